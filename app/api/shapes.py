"""Records and hits → what the API returns; nothing else makes the public shapes."""

from collections.abc import Iterable

from app.addresses import api_address, page_address
from app.api.record_answers import (
    BlockOut,
    CardOut,
    ExperienceOut,
    LabelOut,
    PlaceOut,
    SourceOut,
    TrialActionOut,
)
from app.api.search_answers import (
    HitOut,
    PassageOut,
    QueryOut,
    ReasonOut,
    SimilarOut,
)
from catalogue.records import Block, Experience, Place, TrialAction
from catalogue.vocabulary import Vocabulary
from index.results import Hit, PassageHit, Reading, Reason, Related


def to_card(record: TrialAction, vocabulary: Vocabulary) -> CardOut:
    """Return the record in short."""
    return {
        "id": record.id,
        "title": record.title,
        "headline": record.headline,
        "summary": record.summary,
        "municipality": _to_place(record.municipality, vocabulary),
        "schools": [{"id": school.id, "name": school.name} for school in record.schools],
        "themes": to_labels("theme", record.themes, vocabulary),
        "links": {"self": api_address(record.id), "html": page_address(record.id)},
    }


def to_trial_action(record: TrialAction, vocabulary: Vocabulary) -> TrialActionOut:
    """Return the record, whole."""
    return {
        **to_card(record, vocabulary),
        "focus_areas": to_labels("focus_area", record.focus_areas, vocabulary),
        "levels": list(record.levels),
        "problem": to_blocks(record.problem),
        "goals": to_blocks(record.goals),
        "actions": to_blocks(record.actions),
        "experiences": [_to_experience(block) for block in record.experiences],
        "outlook": to_blocks(record.outlook),
        "learnings": to_blocks(record.learnings),
        "notes": list(record.notes),
        "source": to_source(record.source, vocabulary),
    }


def to_hit(hit: Hit, record: TrialAction, vocabulary: Vocabulary) -> HitOut:
    """Return the record as it was found."""
    return {
        **to_card(record, vocabulary),
        "score": hit.score,
        "matches": [
            {
                "section": match.section,
                "block": match.block,
                "snippet": match.snippet,
                "because": to_reasons(match.because),
            }
            for match in hit.matches
        ],
    }


def to_similar(related: Related, record: TrialAction, vocabulary: Vocabulary) -> SimilarOut:
    """Return the record as it is like another one."""
    return {
        **to_card(record, vocabulary),
        "score": related.score,
        "because": {
            "themes": to_labels("theme", related.themes, vocabulary),
            "terms": list(related.terms),
        },
    }


def to_passage(hit: PassageHit, record: TrialAction, vocabulary: Vocabulary) -> PassageOut:
    """Return a block of the record as it was found."""
    section, block = next(pair for pair in record.blocks() if pair[1].id == hit.block)
    card = to_card(record, vocabulary)
    return {
        **_to_block(block),
        "section": section,
        "stakeholders": list(block.stakeholders) if isinstance(block, Experience) else [],
        "kind": block.kind if isinstance(block, Experience) else None,
        "score": hit.score,
        "snippet": hit.snippet,
        "because": to_reasons(hit.because),
        "trial_action": {
            "id": card["id"],
            "title": card["title"],
            "headline": card["headline"],
            "municipality": card["municipality"],
            "links": card["links"],
        },
        "links": {"self": card["links"]["self"], "html": page_address(block.id)},
    }


def to_query(reading: Reading) -> QueryOut:
    """Return how the question was understood."""
    return {
        "q": reading.q,
        "corrected": reading.corrected,
        "did_you_mean": reading.did_you_mean,
        "broadened": [
            {"term": one.term, "to": list(one.to), "reason": one.reason}
            for one in reading.broadened
        ],
        "dropped": list(reading.dropped),
        "absent": list(reading.absent),
        "near": [{"word": near.word, "count": near.count} for near in reading.near],
        "excluded": list(reading.excluded),
        "says_nothing": reading.says_nothing,
    }


def _to_place(municipality: str, vocabulary: Vocabulary) -> PlaceOut:
    term = vocabulary.get("municipality", municipality)
    return {"id": term.id, "name": term.label, "code": term.code or ""}


def to_labels(name: str, ids: Iterable[str], vocabulary: Vocabulary) -> list[LabelOut]:
    """Return terms of a vocabulary, each with its label."""
    return [{"id": id_, "label": vocabulary.get(name, id_).label} for id_ in ids]


def _to_block(block: Block) -> BlockOut:
    return {"id": block.id, "type": block.type, "text": block.text, "lines": block.lines}


def to_blocks(blocks: Iterable[Block]) -> list[BlockOut]:
    """Return the blocks, in order."""
    return [_to_block(block) for block in blocks]


def _to_experience(block: Experience) -> ExperienceOut:
    return {**_to_block(block), "stakeholders": list(block.stakeholders), "kind": block.kind}


def to_source(place: Place, vocabulary: Vocabulary) -> SourceOut:
    """Return where a record is from."""
    source = vocabulary.get("source", place.id)
    return {
        "id": source.id,
        "title": source.label,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "lines": place.lines,
    }


def to_reasons(reasons: Iterable[Reason]) -> list[ReasonOut]:
    """Return why words of the text were found."""
    return [{"term": one.term, "word": one.word, "reason": one.reason} for one in reasons]
