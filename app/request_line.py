"""Requests as they come off the wire, before they are taken apart.

``curl http://…?q=fravær`` sends the letters as they are, which no HTTP parser accepts. They are
encoded as the sender should have done.
"""

import re

# Method, address and version in one line.
_REQUEST_LINE = re.compile(rb"(?:GET|HEAD|OPTIONS) [^ \r\n]+ HTTP/1\.[01]\r\n")
_UNENCODED = re.compile(rb"[\x80-\xff]")


def encode_request_line(data: bytes) -> bytes:
    """Return a request whose address has percent codes for all that is not ASCII."""
    line = _REQUEST_LINE.match(data)
    if line is None or line.group().isascii():
        return data
    encoded = _UNENCODED.sub(lambda byte: b"%%%02X" % ord(byte.group()), line.group())
    return encoded + data[line.end() :]
