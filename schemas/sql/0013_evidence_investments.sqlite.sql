-- Evidence of contracts, signings of investments with a ledger of their own, and the ceremonies at which both are signed.

-- What was uploaded stays as it was; the only change is that it is withdrawn, once. The file lies under its SHA-256 outside the database.
CREATE TABLE Evidence (
  Id              TEXT NOT NULL PRIMARY KEY,
  DealId          TEXT NOT NULL REFERENCES Deal (Id),
  Kind            TEXT NOT NULL,
  FileName        TEXT NOT NULL,
  Format          TEXT NOT NULL,
  Length          INTEGER NOT NULL,
  Sha256          TEXT NOT NULL,
  Note            TEXT,
  UploadedBy      TEXT NOT NULL,
  UploadedFor     TEXT NOT NULL,
  OrganisationId  TEXT,
  UploadedAt      TEXT NOT NULL,
  WithdrawnAt     TEXT,
  WithdrawnBy     TEXT,
  WithdrawnReason TEXT
) STRICT;
CREATE INDEX IX_Evidence_Deal ON Evidence (DealId, UploadedAt, Id);
CREATE INDEX IX_Evidence_Sha256 ON Evidence (Sha256);
-- The same file once on a deal; what was withdrawn may come again.
CREATE UNIQUE INDEX UX_Evidence_Content ON Evidence (DealId, Sha256) WHERE WithdrawnAt IS NULL;
CREATE TRIGGER TR_Evidence_Update BEFORE UPDATE OF Id, DealId, Kind, FileName, Format, Length, Sha256, Note, UploadedBy, UploadedFor, OrganisationId, UploadedAt ON Evidence
BEGIN SELECT RAISE(ABORT, 'Evidence does not change'); END;
CREATE TRIGGER TR_Evidence_Withdraw BEFORE UPDATE ON Evidence WHEN OLD.WithdrawnAt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'Evidence is withdrawn once'); END;
CREATE TRIGGER TR_Evidence_Delete BEFORE DELETE ON Evidence BEGIN SELECT RAISE(ABORT, 'Evidence is withdrawn, not deleted'); END;

-- What the virus scanner said of a content, by its SHA-256; the last line counts.
CREATE TABLE EvidenceVerdict (
  Seq    INTEGER NOT NULL PRIMARY KEY,
  Sha256 TEXT NOT NULL,
  Clean  INTEGER NOT NULL,
  At     TEXT NOT NULL
) STRICT;
CREATE INDEX IX_EvidenceVerdict_Sha256 ON EvidenceVerdict (Sha256, Seq);
CREATE TRIGGER TR_EvidenceVerdict_Update BEFORE UPDATE ON EvidenceVerdict BEGIN SELECT RAISE(ABORT, 'EvidenceVerdict only grows'); END;
CREATE TRIGGER TR_EvidenceVerdict_Delete BEFORE DELETE ON EvidenceVerdict BEGIN SELECT RAISE(ABORT, 'EvidenceVerdict only grows'); END;

CREATE TABLE Ceremony (
  Id            TEXT NOT NULL PRIMARY KEY,
  Title         TEXT NOT NULL,
  HeldOn        TEXT NOT NULL,
  Place         TEXT NOT NULL,
  OrganiserNote TEXT,
  RecordedBy    TEXT NOT NULL,
  CreatedAt     TEXT NOT NULL
) STRICT;
CREATE INDEX IX_Ceremony_Created ON Ceremony (CreatedAt, Id);
CREATE INDEX IX_Deal_Ceremony ON Deal (CeremonyId) WHERE CeremonyId IS NOT NULL;

-- Not technology contracts: never in Deal, LedgerLine or any figure made of them. The only change is the reversal, once.
CREATE TABLE Investment (
  Id                 TEXT NOT NULL PRIMARY KEY,
  Title              TEXT NOT NULL,
  Currency           TEXT NOT NULL,
  AmountMinorUnits   INTEGER NOT NULL,
  Investors          TEXT NOT NULL,
  Recipient          TEXT NOT NULL,
  RegionCode         TEXT NOT NULL,
  Industry           TEXT,
  SignedOn           TEXT NOT NULL,
  ParkOrganisationId TEXT REFERENCES Organisation (Id),
  CeremonyId         TEXT REFERENCES Ceremony (Id),
  Note               TEXT,
  RecordedBy         TEXT NOT NULL,
  CreatedAt          TEXT NOT NULL,
  ReversedAt         TEXT,
  ReversedBy         TEXT,
  ReversalReason     TEXT
) STRICT;
CREATE INDEX IX_Investment_Created ON Investment (CreatedAt, Id);
CREATE INDEX IX_Investment_Ceremony ON Investment (CeremonyId) WHERE CeremonyId IS NOT NULL;
-- One signing, one entry; what was reversed may be recorded again.
CREATE UNIQUE INDEX UX_Investment_Signing ON Investment (Title, Recipient, SignedOn, Currency, AmountMinorUnits) WHERE ReversedAt IS NULL;
CREATE TRIGGER TR_Investment_Update
BEFORE UPDATE OF Id, Title, Currency, AmountMinorUnits, Investors, Recipient, RegionCode, Industry, SignedOn, ParkOrganisationId, CeremonyId, Note, RecordedBy, CreatedAt ON Investment
BEGIN SELECT RAISE(ABORT, 'Investment does not change'); END;
CREATE TRIGGER TR_Investment_Reverse BEFORE UPDATE ON Investment WHEN OLD.ReversedAt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'Investment is reversed once'); END;
CREATE TRIGGER TR_Investment_Delete BEFORE DELETE ON Investment BEGIN SELECT RAISE(ABORT, 'Investment is reversed, not deleted'); END;

-- Every figure of investments comes from here, as those of contracts come from LedgerLine: a reversal is a line of the same day, region and
-- industry with the negative amount and the number of the line that it takes back; RecordedAt tells what was known when.
CREATE TABLE InvestmentLine (
  Seq              INTEGER NOT NULL PRIMARY KEY,
  InvestmentId     TEXT NOT NULL REFERENCES Investment (Id),
  Day              TEXT NOT NULL,
  RegionCode       TEXT NOT NULL,
  Industry         TEXT,
  Currency         TEXT NOT NULL,
  AmountMinorUnits INTEGER NOT NULL,
  RecordedAt       TEXT NOT NULL,
  RecordedBy       TEXT NOT NULL,
  ReversesSeq      INTEGER REFERENCES InvestmentLine (Seq)
) STRICT;
CREATE INDEX IX_InvestmentLine_Investment ON InvestmentLine (InvestmentId, Seq);
CREATE INDEX IX_InvestmentLine_Day ON InvestmentLine (Day);
CREATE UNIQUE INDEX UX_InvestmentLine_Reverses ON InvestmentLine (ReversesSeq) WHERE ReversesSeq IS NOT NULL;
CREATE TRIGGER TR_InvestmentLine_Update BEFORE UPDATE ON InvestmentLine BEGIN SELECT RAISE(ABORT, 'InvestmentLine only grows'); END;
CREATE TRIGGER TR_InvestmentLine_Delete BEFORE DELETE ON InvestmentLine BEGIN SELECT RAISE(ABORT, 'InvestmentLine only grows'); END;
