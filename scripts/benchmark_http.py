"""``benchmark-http``: requests a second, beside an endpoint that returns as many fixed bytes."""

import typer

from scripts.benchmark import read_questions
from scripts.benchmarking.serving import BARE, ask_once, count_requests, serving

API = "/api/v1/trial-actions"
RECORD = f"{API}/frederiksberg-skolefravaer"


def benchmark_http() -> None:
    """Measure search, record, 304 and page over HTTP, sixteen connections to one worker."""
    questions = [question.replace(" ", "+") for question in read_questions()[::5]]
    ascii_only = [question for question in questions if question.isascii()]
    with (
        serving(["-c", BARE], {}) as bare,
        serving(["-m", "scripts", "serve", "--port"], {}) as port,
    ):
        tag = ask_once(port, RECORD)[2]
        ways = {
            "search": ([f"{API}?q={question}&page_size=10" for question in ascii_only], ""),
            "record": ([RECORD], ""),
            "304": ([RECORD], f"If-None-Match: {tag}\r\n"),
            "page": ([f"/soeg?q={question}" for question in ascii_only], ""),
        }
        typer.echo("| | bytes | requests/s | bare, requests/s | share |\n|---|---|---|---|---|")
        for name, (paths, headers) in ways.items():
            sizes = [len(ask_once(port, path, headers)[1]) for path in paths[:10]]
            size = sum(sizes) // len(sizes)
            theirs = count_requests(bare, [f"/bytes/{size}"])
            ours = count_requests(port, paths, headers)
            typer.echo(f"| {name} | {size:,} | {ours:.0f} | {theirs:.0f} | {ours / theirs:.2f} |")
