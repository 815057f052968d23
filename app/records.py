"""The records of one revision of the catalogue, each read from the database once."""

from collections.abc import Sequence

from sqlalchemy import Engine

from catalogue import storage
from catalogue.errors import UnknownTrialAction
from catalogue.records import TrialAction

# Some 20 kB each; a larger catalogue is read from the database beyond these.
MOST = 2_000


class Records:
    """Finds the records of a revision; any number of threads may ask."""

    def __init__(self, engine: Engine, revision: str) -> None:
        self.revision = revision
        self._engine = engine
        self._known: dict[str, TrialAction] = {}

    def find(self, ids: Sequence[str]) -> list[TrialAction]:
        """Return the records that exist among ``ids``, in the order asked for."""
        missing = [id_ for id_ in ids if id_ not in self._known]
        read = self._read(missing) if missing else {}
        found = (self._known.get(id_) or read.get(id_) for id_ in ids)
        return [record for record in found if record]

    def list_all(self) -> list[TrialAction]:
        """Return every record, source by source in the source's order."""
        with storage.open_session(self._engine) as session:
            ids = storage.list_ids(session)
        return self.find(ids)

    def get(self, record_id: str) -> TrialAction:
        """Return one record, or raise ``UnknownTrialAction``."""
        found = self.find([record_id])
        if not found:
            raise UnknownTrialAction(record_id)
        return found[0]

    def _read(self, ids: Sequence[str]) -> dict[str, TrialAction]:
        with storage.open_session(self._engine) as session:
            read = {record.id: record for record in storage.find_records(session, ids)}
            # An import may have come between: then these are of another revision.
            is_current = storage.get_revision(session) == self.revision
        if is_current and len(self._known) + len(read) <= MOST:
            self._known |= read
        return read
