-- What a blind need shows, and who may read an event.

ALTER TABLE Need ADD BlindRegion nvarchar(20) COLLATE Latin1_General_BIN2 NULL;
ALTER TABLE Need ADD BlindField nvarchar(200) COLLATE Latin1_General_BIN2 NULL;
CREATE INDEX IX_Need_Hidden ON Need (OrganisationId) WHERE State = 'published' AND Visibility <> 'open';

-- Who works publicly in which field: counted before a blind need shows its own. The fields are in the index, as reading them from rows
-- with long texts would take many times as long.
CREATE INDEX IX_Listing_Fields ON Listing (OrganisationId) INCLUDE (Fields) WHERE State = 'published';
CREATE INDEX IX_Need_Fields ON Need (OrganisationId) INCLUDE (Fields) WHERE State = 'published' AND Visibility = 'open';
CREATE INDEX IX_Organisation_Region ON Organisation (RegionCode, Id);

-- Organisations and accounts that an event is for; the centre's staff read every event and have no rows here.
CREATE TABLE EventReader (
  ReaderId uniqueidentifier NOT NULL,
  Seq      bigint NOT NULL CONSTRAINT FK_EventReader_Seq REFERENCES Event (Seq),
  CONSTRAINT PK_EventReader PRIMARY KEY (ReaderId, Seq)
);
