-- Who changed what and when: only ever appended to, each entry sealed with the hash of the one before it.
-- Texts are hashed as they stand here, so times and ids are text in every database.

CREATE TABLE AuditEntry (
  Seq          INTEGER NOT NULL PRIMARY KEY,
  At           TEXT NOT NULL,
  ActorId      TEXT,
  ActorKind    TEXT NOT NULL,
  Via          TEXT,
  Address      TEXT,
  Action       TEXT NOT NULL,
  Subject      TEXT NOT NULL,
  SubjectId    TEXT,
  Details      TEXT,
  PreviousHash BLOB NOT NULL,
  Hash         BLOB NOT NULL
) STRICT;
CREATE INDEX IX_AuditEntry_At ON AuditEntry (At);
CREATE INDEX IX_AuditEntry_Actor ON AuditEntry (ActorId, Seq) WHERE ActorId IS NOT NULL;
CREATE INDEX IX_AuditEntry_Action ON AuditEntry (Action, Seq);
CREATE INDEX IX_AuditEntry_Subject ON AuditEntry (SubjectId, Seq) WHERE SubjectId IS NOT NULL;

-- Against accidents. Whoever holds the file can drop them; what such a person changes is found by the chain.
CREATE TRIGGER TR_AuditEntry_Update BEFORE UPDATE ON AuditEntry BEGIN
  SELECT RAISE(ABORT, 'The audit record is only appended to.');
END;
CREATE TRIGGER TR_AuditEntry_Delete BEFORE DELETE ON AuditEntry BEGIN
  SELECT RAISE(ABORT, 'The audit record is only appended to.');
END;

-- Where the chain ends, sealed with the same key, so that a cut tail is found. Always one row; without a seal until the first entry.
CREATE TABLE AuditHead (
  Id    INTEGER NOT NULL PRIMARY KEY CHECK (Id = 1),
  Seq   INTEGER NOT NULL,
  Hash  BLOB NOT NULL,
  KeyId TEXT NOT NULL,
  Seal  BLOB NOT NULL
) STRICT;
INSERT INTO AuditHead (Id, Seq, Hash, KeyId, Seal) VALUES (1, 0, x'', '', x'');
