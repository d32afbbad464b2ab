-- Pairs that people work on, what happened to them, who was told whose a need is, and which conflicts of interest people declared.
-- State has no list of values here: the states after an introduction come later.

CREATE TABLE Engagement (
  Id                TEXT NOT NULL PRIMARY KEY,
  Revision          INTEGER NOT NULL,
  ListingId         TEXT NOT NULL REFERENCES Listing (Id),
  NeedId            TEXT NOT NULL REFERENCES Need (Id),
  State             TEXT NOT NULL,
  ListingInterestAt TEXT,
  NeedInterestAt    TEXT,
  ManagerId         TEXT,
  LoggedBy          TEXT NOT NULL,
  Note              TEXT,
  FrozenFor         TEXT,
  CloseReason       TEXT,
  CloseNote         TEXT,
  ClosedBySide      TEXT,
  CreatedAt         TEXT NOT NULL,
  UpdatedAt         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX UX_Engagement_LivePair ON Engagement (ListingId, NeedId) WHERE State <> 'closed';
CREATE INDEX IX_Engagement_Listing ON Engagement (ListingId);
CREATE INDEX IX_Engagement_Need ON Engagement (NeedId);
CREATE INDEX IX_Engagement_Manager ON Engagement (ManagerId);
CREATE INDEX IX_Engagement_Created ON Engagement (CreatedAt, Id);

-- Append-only. Seq is the revision that the action made; Details holds codes, ids and the words of the action.
CREATE TABLE EngagementLog (
  EngagementId TEXT NOT NULL REFERENCES Engagement (Id),
  Seq          INTEGER NOT NULL,
  At           TEXT NOT NULL,
  ActorId      TEXT,
  Action       TEXT NOT NULL,
  Details      TEXT NOT NULL,
  PRIMARY KEY (EngagementId, Seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER TR_EngagementLog_Update BEFORE UPDATE ON EngagementLog BEGIN SELECT RAISE(ABORT, 'EngagementLog only grows'); END;
CREATE TRIGGER TR_EngagementLog_Delete BEFORE DELETE ON EngagementLog BEGIN SELECT RAISE(ABORT, 'EngagementLog only grows'); END;

-- Who may read a hidden need in full, and through which introduction: an organisation or one person.
CREATE TABLE Disclosure (
  Id               TEXT NOT NULL PRIMARY KEY,
  EngagementId     TEXT NOT NULL REFERENCES Engagement (Id),
  NeedId           TEXT NOT NULL REFERENCES Need (Id),
  ToOrganisationId TEXT REFERENCES Organisation (Id),
  ToAccountId      TEXT,
  ByAccountId      TEXT NOT NULL,
  At               TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX UX_Disclosure_Organisation ON Disclosure (NeedId, ToOrganisationId) WHERE ToOrganisationId IS NOT NULL;
CREATE UNIQUE INDEX UX_Disclosure_Account ON Disclosure (NeedId, ToAccountId) WHERE ToAccountId IS NOT NULL;
CREATE TRIGGER TR_Disclosure_Update BEFORE UPDATE ON Disclosure BEGIN SELECT RAISE(ABORT, 'Disclosure only grows'); END;
CREATE TRIGGER TR_Disclosure_Delete BEFORE DELETE ON Disclosure BEGIN SELECT RAISE(ABORT, 'Disclosure only grows'); END;

-- Withdrawn, never deleted.
CREATE TABLE ConflictDeclaration (
  Id             TEXT NOT NULL PRIMARY KEY,
  AccountId      TEXT NOT NULL,
  OrganisationId TEXT NOT NULL REFERENCES Organisation (Id),
  Kind           TEXT NOT NULL,
  Note           TEXT,
  DeclaredAt     TEXT NOT NULL,
  WithdrawnAt    TEXT
) STRICT;
CREATE UNIQUE INDEX UX_ConflictDeclaration_Standing ON ConflictDeclaration (AccountId, OrganisationId, Kind) WHERE WithdrawnAt IS NULL;
CREATE INDEX IX_ConflictDeclaration_Organisation ON ConflictDeclaration (OrganisationId, DeclaredAt, Id);
CREATE TRIGGER TR_ConflictDeclaration_Delete BEFORE DELETE ON ConflictDeclaration BEGIN SELECT RAISE(ABORT, 'Declarations are withdrawn, not deleted'); END;
