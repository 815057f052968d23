"""``python -m scripts COMMAND``: what a served catalogue and its editor need."""

from scripts.command_line import run
from scripts.draft_record import draft_record
from scripts.explain import explain
from scripts.importing import build_index, import_records
from scripts.records import (
    check_records,
    export_records,
    format_records,
    report_vocabulary,
)
from scripts.serve import serve
from scripts.show_record import show_record

COMMANDS = (
    serve,
    import_records,
    build_index,
    check_records,
    format_records,
    export_records,
    report_vocabulary,
    show_record,
    draft_record,
    explain,
)

if __name__ == "__main__":
    run(COMMANDS)
