"""What was refused of an address, and why, as it is said to a reader."""

import re
from collections.abc import Sequence

from app.bad_parameters import UNKNOWN_VALUE, BadParameter
from app.pages.danish import format_number, join_quoted, join_words
from app.parameters import CONTROLS

# What no page can hold, shown as what it is: something that cannot be shown.
UNSEEN = re.compile(f"[{CONTROLS}]")
# So many choices are told; of more, the nearest alone.
FEW = 6
REASONS = {
    "too_many": "må højst være {limit}",
    "not_text": "har tegn, der ikke kan læses",
    "control": "har usynlige tegn",
    "repeated": "må kun stå én gang i adressen",
    "string_too_long": "må højst være på {limit} tegn",
    "greater_than_equal": "skal være mindst {limit}",
    "less_than_equal": "må højst være {limit}",
    "int_parsing": "skal være et helt tal",
    UNKNOWN_VALUE: "findes ikke i kataloget",
}
OTHERWISE = "kan ikke bruges"


def tell_refused(parameters: Sequence[BadParameter]) -> str:
    """Return the sentence that names everything refused, each with its reason."""
    told = [f"{_name(parameter)} ({_give_reason(parameter)})" for parameter in parameters]
    return f"Det drejer sig om {join_words(told)}."


def _name(parameter: BadParameter) -> str:
    if not parameter.name:
        return "antallet af led efter spørgsmålstegnet"
    if parameter.name == "q":
        return "søgeordene"
    return UNSEEN.sub("\ufffd", f"”{parameter.name}={parameter.value}”")


def _give_reason(parameter: BadParameter) -> str:
    limit = format_number(parameter.limit or 0)
    reason = REASONS.get(parameter.kind, OTHERWISE).format(limit=limit)
    if parameter.meant:
        return f"{reason}; mente du ”{parameter.meant}”?"
    if 0 < len(parameter.allowed) <= FEW:
        return f"{reason}; mulighederne er {join_quoted(parameter.allowed)}"
    return reason
