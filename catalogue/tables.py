"""The SQLModel tables: one row a trial action or guidance, one a block, one each link to a term."""

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class TrialActionRow(SQLModel, table=True):
    """A trial action without its lists; ``digest`` is that of all that its file says."""

    __tablename__ = "trial_action"

    id: str = Field(primary_key=True)
    title: str
    headline: str
    summary: str
    municipality: str = Field(index=True)
    source: str = Field(index=True)
    first_line: int
    last_line: int
    notes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    digest: str


class SchoolRow(SQLModel, table=True):
    """A school of a trial action."""

    __tablename__ = "school"

    trial_action: str = Field(foreign_key="trial_action.id", primary_key=True)
    position: int = Field(primary_key=True)
    id: str = Field(index=True)
    name: str


class TermRow(SQLModel, table=True):
    """A theme, focus area or level of a trial action, the most important first."""

    __tablename__ = "trial_action_term"

    trial_action: str = Field(foreign_key="trial_action.id", primary_key=True)
    vocabulary: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    term: str = Field(index=True)


class BlockRow(SQLModel, table=True):
    """A paragraph or bullet of a section; ``kind`` is set for experiences only."""

    __tablename__ = "block"

    id: str = Field(primary_key=True)
    trial_action: str = Field(foreign_key="trial_action.id", index=True)
    section: str = Field(index=True)
    position: int
    type: str
    text: str
    first_line: int
    last_line: int
    kind: str | None = None


class StakeholderRow(SQLModel, table=True):
    """A group whose experience a block tells."""

    __tablename__ = "block_stakeholder"

    block: str = Field(foreign_key="block.id", primary_key=True)
    position: int = Field(primary_key=True)
    stakeholder: str = Field(index=True)


class ChangeRow(SQLModel, table=True):
    """What an import did to a trial action, and the revision that the catalogue had thereafter."""

    __tablename__ = "change"

    number: int | None = Field(default=None, primary_key=True)
    revision: str = Field(index=True)
    trial_action: str
    kind: str


class GuidanceRow(SQLModel, table=True):
    """A piece of guidance without its sections; ``digest`` is that of all that its file says."""

    __tablename__ = "guidance"

    id: str = Field(primary_key=True)
    title: str
    summary: str | None
    kind: str = Field(index=True)
    audience: list[str] = Field(sa_column=Column(JSON, nullable=False))
    source: str = Field(index=True)
    first_line: int
    last_line: int
    dated: str | None
    notes: list[str] = Field(sa_column=Column(JSON, nullable=False))
    digest: str


class GuidanceSectionRow(SQLModel, table=True):
    """A section; its lines are those of its heading."""

    __tablename__ = "guidance_section"

    guidance: str = Field(foreign_key="guidance.id", primary_key=True)
    position: int = Field(primary_key=True)
    id: str
    title: str
    first_line: int
    last_line: int


class GuidanceBlockRow(SQLModel, table=True):
    """A paragraph or bullet of a section."""

    __tablename__ = "guidance_block"

    id: str = Field(primary_key=True)
    guidance: str = Field(foreign_key="guidance.id", index=True)
    section: str
    position: int
    type: str
    text: str
    first_line: int
    last_line: int
