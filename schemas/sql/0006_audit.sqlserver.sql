-- Who changed what and when: only ever appended to, each entry sealed with the hash of the one before it.
-- Texts are hashed as they stand here, so times and ids are text in every database.

CREATE TABLE AuditEntry (
  Seq          bigint NOT NULL CONSTRAINT PK_AuditEntry PRIMARY KEY,
  At           nvarchar(40) COLLATE Latin1_General_BIN2 NOT NULL,
  ActorId      nvarchar(40) COLLATE Latin1_General_BIN2 NULL,
  ActorKind    nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Via          nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  Address      nvarchar(100) COLLATE Latin1_General_BIN2 NULL,
  Action       nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Subject      nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  SubjectId    nvarchar(40) COLLATE Latin1_General_BIN2 NULL,
  Details      nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  PreviousHash varbinary(100) NOT NULL,
  Hash         varbinary(100) NOT NULL
);
CREATE INDEX IX_AuditEntry_At ON AuditEntry (At);
CREATE INDEX IX_AuditEntry_Actor ON AuditEntry (ActorId, Seq) WHERE ActorId IS NOT NULL;
CREATE INDEX IX_AuditEntry_Action ON AuditEntry (Action, Seq);
CREATE INDEX IX_AuditEntry_Subject ON AuditEntry (SubjectId, Seq) WHERE SubjectId IS NOT NULL;

-- Against accidents the program's user is denied UPDATE and DELETE (deploy/sqlserver.md); what whoever is above that changes is found by the chain.

-- Where the chain ends, sealed with the same key, so that a cut tail is found. Always one row; without a seal until the first entry.
CREATE TABLE AuditHead (
  Id    int NOT NULL CONSTRAINT PK_AuditHead PRIMARY KEY CONSTRAINT CK_AuditHead_Id CHECK (Id = 1),
  Seq   bigint NOT NULL,
  Hash  varbinary(100) NOT NULL,
  KeyId nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Seal  varbinary(100) NOT NULL
);
INSERT INTO AuditHead (Id, Seq, Hash, KeyId, Seal) VALUES (1, 0, 0x, '', 0x);
