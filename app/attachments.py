"""Answers that a browser saves as a file."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attach(file: str) -> dict[str, str]:
    """Return the headers of an answer that is to be saved under this name."""
    return {"Content-Disposition": f'attachment; filename="{file}"'}
