"""What a trial action is called where it stands among others."""

from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary


def name_record(record: TrialAction, vocabulary: Vocabulary) -> str:
    """Return the municipality and the title: ``Odder: Nærvær``."""
    return f"{vocabulary.get('municipality', record.municipality).label}: {record.title}"
