"""Answers that a browser saves as a file."""

from fastapi.responses import Response

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attach(file: str) -> dict[str, str]:
    """Return the headers of an answer that is to be saved under this name."""
    return {"Content-Disposition": f'attachment; filename="{file}"'}


def send_file(content: bytes, media_type: str, file: str) -> Response:
    """Return the answer that a browser saves as this file."""
    return Response(content, media_type=media_type, headers=attach(file))
