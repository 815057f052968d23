"""An example of every answer, asked of the service itself, so that it is never out of date."""

from collections.abc import Mapping

import orjson
from sqlmodel import Session

from app.api import changes, guidance, passages, status, suggestions, trial_actions, vocabularies
from app.guidance import GuidanceTexts
from app.holdings import Holdings
from app.parameters import (
    GuidanceParameters,
    PassageParameters,
    RelatedParameters,
    SearchParameters,
    SuggestParameters,
)
from app.records import Records
from catalogue import storage

QUESTION = "fravaer"


def list_examples(
    session: Session, holdings: Holdings, *, records: Records, texts: GuidanceTexts
) -> dict[str, Mapping[str, object]]:
    """Return an answer of every operation, by its id."""
    snapshot, vocabulary = holdings.index.get(), holdings.vocabulary
    first = next(iter(storage.list_digests(session)), "")
    terms = (snapshot, vocabulary)
    both = (snapshot, records, vocabulary)
    answers = {
        "list_trial_actions": trial_actions.list_trial_actions(
            SearchParameters(q=QUESTION, page_size=1), *both
        ),
        "read_trial_action": trial_actions.read_trial_action(first, records, vocabulary),
        "list_related": trial_actions.list_related(first, RelatedParameters(limit=1), *both),
        "list_passages": passages.list_passages(PassageParameters(q=QUESTION, page_size=1), *both),
        "list_municipalities": vocabularies.list_municipalities(*terms),
        "list_themes": vocabularies.list_themes(*terms),
        "list_focus_areas": vocabularies.list_focus_areas(*terms),
        "list_stakeholders": vocabularies.list_stakeholders(*terms),
        "list_levels": vocabularies.list_levels(*terms),
        "list_suggestions": suggestions.list_suggestions(SuggestParameters(q="fra"), snapshot),
        "list_guidance": guidance.list_guidance(GuidanceParameters(page_size=1), holdings, texts),
        "read_status": status.read_status(session, snapshot, texts, records.revision),
    }
    # A catalogue may be without guidance.
    for text in texts.list_all()[:1]:
        answers["read_guidance"] = guidance.read_guidance(text.id, texts, vocabulary)
    listed = changes.summarize("", session, records.revision)
    examples = {name: orjson.loads(answer.body) for name, answer in answers.items()}
    whole = examples["read_trial_action"]
    return {
        **examples,
        "list_changes": {**listed, "items": listed["items"][:1], "total": 1},
        "export_trial_actions": {"items": [whole], "total": 1},
    }
