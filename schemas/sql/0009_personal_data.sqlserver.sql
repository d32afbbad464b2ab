-- What people may ask of their own data, how long the rest of it is kept, and what an organisation's own office says to a listing.

-- Whether a person objects to matching stands with the person; here what that means for an item.
-- An item that is not matched is read and searched like any other.
ALTER TABLE Listing ADD Matched bit NOT NULL CONSTRAINT DF_Listing_Matched DEFAULT 1;
ALTER TABLE Need ADD Matched bit NOT NULL CONSTRAINT DF_Need_Matched DEFAULT 1;
-- What the organisation's approver asks to have changed, until it is submitted again.
ALTER TABLE Listing ADD ReturnReason nvarchar(max) COLLATE Latin1_General_BIN2 NULL;
GO

CREATE INDEX IX_Listing_PostedBy ON Listing (PostedBy) WHERE PostedBy IS NOT NULL;
CREATE INDEX IX_Need_PostedBy ON Need (PostedBy) WHERE PostedBy IS NOT NULL;

-- Whom a kept answer tells of: it goes when what it says of them is corrected or erased.
ALTER TABLE IdempotentAnswer ADD About uniqueidentifier NULL;
GO

CREATE INDEX IX_IdempotentAnswer_About ON IdempotentAnswer (About) WHERE About IS NOT NULL;

-- How old things are found that have been kept long enough.
CREATE INDEX IX_IdempotentAnswer_At ON IdempotentAnswer (At);
CREATE INDEX IX_LoginSession_Ends ON LoginSession (EndsAt);
CREATE INDEX IX_LoginSession_Address ON LoginSession (LastSeenAt);
CREATE INDEX IX_SpentRefreshToken_Session ON SpentRefreshToken (SessionId);
-- The file and its issues are gone; the counts stay.
ALTER TABLE ImportJob ADD PrunedAt datetimeoffset(7) NULL;
GO

CREATE INDEX IX_ImportJob_Finished ON ImportJob (FinishedAt) WHERE PrunedAt IS NULL;
-- What a person did, read for that person.
CREATE INDEX IX_EngagementLog_Actor ON EngagementLog (ActorId) WHERE ActorId IS NOT NULL;
