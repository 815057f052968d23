"""``python -m scripts COMMAND``: what a served catalogue and its editor need."""

from scripts.command_line import run

COMMANDS = {
    "serve": "scripts.serve",
    "import-records": "scripts.importing",
    "build-index": "scripts.importing",
    "check-records": "scripts.records",
    "format-records": "scripts.records",
    "export-records": "scripts.records",
    "report-vocabulary": "scripts.records",
    "show-record": "scripts.show_record",
    "draft-record": "scripts.draft_record",
    "explain": "scripts.explain",
}

if __name__ == "__main__":
    run(COMMANDS)
