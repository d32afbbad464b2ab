-- Pairs that people work on, what happened to them, who was told whose a need is, and which conflicts of interest people declared.
-- State has no list of values here: the states after an introduction come later.

CREATE TABLE Engagement (
  Id                uniqueidentifier NOT NULL CONSTRAINT PK_Engagement PRIMARY KEY,
  Revision          int NOT NULL,
  ListingId         uniqueidentifier NOT NULL CONSTRAINT FK_Engagement_ListingId REFERENCES Listing (Id),
  NeedId            uniqueidentifier NOT NULL CONSTRAINT FK_Engagement_NeedId REFERENCES Need (Id),
  State             nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  ListingInterestAt datetimeoffset(7) NULL,
  NeedInterestAt    datetimeoffset(7) NULL,
  ManagerId         uniqueidentifier NULL,
  LoggedBy          uniqueidentifier NOT NULL,
  Note              nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  FrozenFor         nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  CloseReason       nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  CloseNote         nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  ClosedBySide      nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  CreatedAt         datetimeoffset(7) NOT NULL,
  UpdatedAt         datetimeoffset(7) NOT NULL
);
CREATE UNIQUE INDEX UX_Engagement_LivePair ON Engagement (ListingId, NeedId) WHERE State <> 'closed';
CREATE INDEX IX_Engagement_Listing ON Engagement (ListingId);
CREATE INDEX IX_Engagement_Need ON Engagement (NeedId);
CREATE INDEX IX_Engagement_Manager ON Engagement (ManagerId);
CREATE INDEX IX_Engagement_Created ON Engagement (CreatedAt, Id);

-- Append-only. Seq is the revision that the action made; Details holds codes, ids and the words of the action.
CREATE TABLE EngagementLog (
  EngagementId uniqueidentifier NOT NULL CONSTRAINT FK_EngagementLog_EngagementId REFERENCES Engagement (Id),
  Seq          int NOT NULL,
  At           datetimeoffset(7) NOT NULL,
  ActorId      uniqueidentifier NULL,
  Action       nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Details      nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT PK_EngagementLog PRIMARY KEY (EngagementId, Seq)
);

-- Who may read a hidden need in full, and through which introduction: an organisation or one person.
CREATE TABLE Disclosure (
  Id               uniqueidentifier NOT NULL CONSTRAINT PK_Disclosure PRIMARY KEY,
  EngagementId     uniqueidentifier NOT NULL CONSTRAINT FK_Disclosure_EngagementId REFERENCES Engagement (Id),
  NeedId           uniqueidentifier NOT NULL CONSTRAINT FK_Disclosure_NeedId REFERENCES Need (Id),
  ToOrganisationId uniqueidentifier NULL CONSTRAINT FK_Disclosure_ToOrganisationId REFERENCES Organisation (Id),
  ToAccountId      uniqueidentifier NULL,
  ByAccountId      uniqueidentifier NOT NULL,
  At               datetimeoffset(7) NOT NULL
);
CREATE UNIQUE INDEX UX_Disclosure_Organisation ON Disclosure (NeedId, ToOrganisationId) WHERE ToOrganisationId IS NOT NULL;
CREATE UNIQUE INDEX UX_Disclosure_Account ON Disclosure (NeedId, ToAccountId) WHERE ToAccountId IS NOT NULL;

-- Withdrawn, never deleted.
CREATE TABLE ConflictDeclaration (
  Id             uniqueidentifier NOT NULL CONSTRAINT PK_ConflictDeclaration PRIMARY KEY,
  AccountId      uniqueidentifier NOT NULL,
  OrganisationId uniqueidentifier NOT NULL CONSTRAINT FK_ConflictDeclaration_OrganisationId REFERENCES Organisation (Id),
  Kind           nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Note           nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  DeclaredAt     datetimeoffset(7) NOT NULL,
  WithdrawnAt    datetimeoffset(7) NULL
);
CREATE UNIQUE INDEX UX_ConflictDeclaration_Standing ON ConflictDeclaration (AccountId, OrganisationId, Kind) WHERE WithdrawnAt IS NULL;
CREATE INDEX IX_ConflictDeclaration_Organisation ON ConflictDeclaration (OrganisationId, DeclaredAt, Id);
