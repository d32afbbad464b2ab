-- What a blind need shows, and who may read an event.

ALTER TABLE Need ADD COLUMN BlindRegion TEXT;
ALTER TABLE Need ADD COLUMN BlindField TEXT;
CREATE INDEX IX_Need_Hidden ON Need (OrganisationId) WHERE State = 'published' AND Visibility <> 'open';

-- Who works publicly in which field: counted before a blind need shows its own. The fields are in the index, as reading them from rows
-- with long texts would take many times as long.
CREATE INDEX IX_Listing_Fields ON Listing (OrganisationId, Fields) WHERE State = 'published';
CREATE INDEX IX_Need_Fields ON Need (OrganisationId, Fields) WHERE State = 'published' AND Visibility = 'open';
CREATE INDEX IX_Organisation_Region ON Organisation (RegionCode, Id);

-- Organisations and accounts that an event is for; the centre's staff read every event and have no rows here.
CREATE TABLE EventReader (
  ReaderId TEXT NOT NULL,
  Seq      INTEGER NOT NULL REFERENCES Event (Seq),
  PRIMARY KEY (ReaderId, Seq)
) STRICT, WITHOUT ROWID;
