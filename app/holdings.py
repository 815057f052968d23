"""What the service holds open while it runs."""

from functools import cached_property

from sqlalchemy import Engine

from app.current_index import CurrentIndex
from app.guidance import GuidanceTexts, read_guidance_texts
from app.records import Records
from app.settings import Settings
from catalogue.planning import Step, load_steps
from catalogue.storage import open_database
from catalogue.vocabulary import Vocabulary, load_vocabulary
from index.language import Language, load_language


class Holdings:
    """The vocabulary and the language, and the way to database and indexes."""

    def __init__(self, settings: Settings) -> None:
        self._database = settings.database
        self.address = settings.address.rstrip("/")
        self.sources = settings.sources
        folder = settings.vocabulary
        self._planning = settings.planning

        def load() -> Language:
            return load_language(folder, load_vocabulary(folder), settings.kept_language)

        self.index = CurrentIndex(settings.index, load)
        self.guidance_index = CurrentIndex(settings.guidance_index, load)
        self._records: Records | None = None
        self._guidance: GuidanceTexts | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the index that serves now."""
        return self.index.language.vocabulary

    # Opened when first needed: a database that cannot be used yet is tried again at each request.
    @cached_property
    def engine(self) -> Engine:
        """The database, or ``DatabaseUnusable``."""
        return open_database(self._database)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of a plan, or ``InvalidFile``."""
        return load_steps(self._planning)

    def records(self, revision: str) -> Records:
        """Return the records of a revision, remembered until those of another are asked for."""
        records = self._records
        if records is None or records.revision != revision:
            records = self._records = Records(self.engine, revision)
        return records

    def guidance(self, revision: str) -> GuidanceTexts:
        """Return the guidance of a revision, remembered until that of another is asked for."""
        guidance = self._guidance
        if guidance is None or guidance.revision != revision:
            guidance = self._guidance = read_guidance_texts(self.engine)
        return guidance

    def open(self) -> None:
        """Open database and indexes, or raise ``DatabaseUnusable`` or an ``IndexProblem``."""
        _ = self.engine
        self.index.get()
        self.guidance_index.get()

    def close(self) -> None:
        """Let go of the database."""
        if "engine" in vars(self):
            self.engine.dispose()
