-- The database and the login that TechBroker uses; run by the administrator, as often as one likes.
IF DB_ID('TechBroker') IS NULL CREATE DATABASE TechBroker;
GO
-- What reads with several statements sees one state, and readers keep no writer waiting.
ALTER DATABASE TechBroker SET ALLOW_SNAPSHOT_ISOLATION ON;
ALTER DATABASE TechBroker SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID('techbroker') IS NULL CREATE LOGIN techbroker WITH PASSWORD = '$(DATABASE_PASSWORD)';
GO
USE TechBroker;
IF USER_ID('techbroker') IS NULL CREATE USER techbroker FOR LOGIN techbroker;
ALTER ROLE db_datareader ADD MEMBER techbroker;
ALTER ROLE db_datawriter ADD MEMBER techbroker;

-- For 'techbroker migrate' alone; whoever wants it stricter gives migration a login of its own.
ALTER ROLE db_ddladmin ADD MEMBER techbroker;
GO
