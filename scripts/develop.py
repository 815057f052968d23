"""``python -m scripts.develop COMMAND``: what needs the development dependencies."""

from scripts.benchmark import benchmark
from scripts.benchmark_http import benchmark_http
from scripts.command_line import run
from scripts.evaluate import evaluate
from scripts.list_parts import list_parts
from scripts.load import load
from scripts.propose_language import propose_language
from scripts.read_source import read_source

COMMANDS = (
    read_source,
    propose_language,
    evaluate,
    benchmark,
    benchmark_http,
    load,
    list_parts,
)

if __name__ == "__main__":
    run(COMMANDS)
