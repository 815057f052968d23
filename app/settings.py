"""Where things are; read only by the front doors."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

DATA = Path(__file__).parent.parent / "data"


class Settings(BaseSettings):
    """The places of data, database and index; ``CATALOGUE_DATA`` and the like move them.

    Database and index lie with their data unless they are placed themselves; the index of guidance
    lies beside that of the trial actions.
    """

    model_config = SettingsConfigDict(env_prefix="CATALOGUE_")

    data: Path = DATA
    database: str = Field(
        default_factory=lambda places: f"sqlite:///{places['data'] / 'build' / 'catalogue.sqlite'}"
    )
    index: Path = Field(default_factory=lambda places: places["data"] / "build" / "index")
    guidance_index: Path = Field(
        default_factory=lambda places: places["index"].with_name("guidance-index")
    )
    # Whether assistants may ask at /mcp; needs requirements-mcp.txt.
    mcp: bool = False
    # Bytes of body, of whatever request, beyond which no more of it is received. A form may hold
    # half as much (app/forms.py): one between the two is received, so that its reader sees why.
    largest_body: int = 2 * 2**20
    # Whether each request is noted as a line of JSON on standard error.
    logs: bool = False
    # Whether anyone who reaches the service may read its figures at /metrics.
    metrics: bool = False
    # Where readers reach the service; left empty, it is where each of them asks.
    address: str = ""

    @property
    def records(self) -> Path:
        """The folder of the record files."""
        return self.data / "records"

    @property
    def guidance(self) -> Path:
        """The folder of the guidance files."""
        return self.data / "guidance"

    @property
    def vocabulary(self) -> Path:
        """The folder of the vocabularies."""
        return self.data / "vocabulary"

    @property
    def kept_language(self) -> Path:
        """The file that keeps the tables of the language, beside the index."""
        return self.index.with_name("language.json")

    @property
    def sources(self) -> Path:
        """The folder of the received texts."""
        return self.data / "sources"

    @property
    def planning(self) -> Path:
        """The file with the steps of a plan."""
        return self.data / "planning.yaml"
