"""``python -m scripts.develop COMMAND``: what needs the development dependencies."""

from scripts.command_line import run

COMMANDS = {
    "read-source": "scripts.read_source",
    "propose-language": "scripts.propose_language",
    "evaluate": "scripts.evaluate",
    "benchmark": "scripts.benchmark",
    "benchmark-http": "scripts.benchmark_http",
    "load": "scripts.load",
    "list-parts": "scripts.list_parts",
}

if __name__ == "__main__":
    run(COMMANDS)
