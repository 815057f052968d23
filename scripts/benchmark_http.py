"""``benchmark-http``: requests a second, beside an endpoint that returns as many fixed bytes."""

from collections.abc import Sequence

import typer

from scripts.benchmark import read_questions
from scripts.benchmarking.serving import BARE, CATALOGUE, ask_once, count_requests, serving

API = "/api/v1/trial-actions"
# All that are asked again and again; of the others the last, which the time never reaches.
ASKED_BEFORE = 200
RECORD = f"{API}/frederiksberg-skolefravaer"


def benchmark_http() -> None:
    """Measure search, record, 304 and page over HTTP, sixteen connections to one worker."""
    questions = [question.replace(" ", "+") for question in read_questions()[::5]]
    ascii_only = [question for question in questions if question.isascii()]
    with serving("-c", BARE) as bare, serving(*CATALOGUE) as catalogue:
        port = catalogue.port
        tag = ask_once(port, RECORD)[2]
        ways = {
            "search": ([f"{API}?q={question}&page_size=10" for question in ascii_only], ""),
            "search, never asked before": (_vary(API, ascii_only), ""),
            "record": ([RECORD], ""),
            "304": ([RECORD], f"If-None-Match: {tag}\r\n"),
            "page": ([f"/soeg?q={question}" for question in ascii_only], ""),
            "page, never asked before": (_vary("/soeg", ascii_only), ""),
        }
        typer.echo("| | bytes | requests/s | bare, requests/s | share |\n|---|---|---|---|---|")
        for name, (paths, headers) in ways.items():
            sizes = [
                len(ask_once(port, path, headers=headers)[1]) for path in paths[-ASKED_BEFORE:]
            ]
            size = sum(sizes) // len(sizes)
            theirs = count_requests(bare.port, [f"/bytes/{size}"])
            ours = count_requests(port, paths, headers=headers)
            typer.echo(f"| {name} | {size:,} | {ours:.0f} | {theirs:.0f} | {ours / theirs:.2f} |")


def _vary(path: str, questions: Sequence[str]) -> list[str]:
    """Return more addresses than are asked for in the time, so that no answer is a kept one."""
    return [
        f"{path}?q={question}+{word}&page_size=10" for word in questions for question in questions
    ]
