DELETE FROM ApiKey WHERE AccountId = @Id
;
DELETE FROM CreditShare WHERE EngagementId = @engagementId
;
DELETE FROM Delivery WHERE AccountId = @Id
;
DELETE FROM DuplicateKey WHERE ItemId = @Id
;
DELETE FROM DuplicateMove WHERE DuplicateId = @duplicateId
;
DELETE FROM Event WHERE Seq BETWEEN @from AND @to
;
DELETE FROM EventReader WHERE ReaderId = @Id
;
DELETE FROM EventReader WHERE Seq BETWEEN @from AND @to
;
DELETE FROM ExternalLogin WHERE AccountId = @Id
;
DELETE FROM IdempotentAnswer WHERE About = @accountId
;
DELETE FROM IdempotentAnswer WHERE RequestKey >= @from AND RequestKey < @to
;
DELETE FROM IdempotentAnswer WHERE RequestKey IN @keys
;
DELETE FROM ImportIssue WHERE Seq IN (SELECT Seq FROM ImportIssue WHERE JobId = @jobId ORDER BY Seq OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY)
;
DELETE FROM Inbox WHERE MessageId = @MessageId AND Consumer = @Consumer
;
DELETE FROM Lease WHERE Until < @before
;
DELETE FROM ListingPicture WHERE Id = @Id
;
DELETE FROM LoginSession WHERE AccountId = @Id
;
DELETE FROM LoginSession WHERE Id IN @keys
;
DELETE FROM ManagerAbsence WHERE AccountId = @Id
;
DELETE FROM ManagerAbsence WHERE Id = @Id
;
DELETE FROM ManagerProfile WHERE AccountId = @Id
;
DELETE FROM ManagerShift WHERE AccountId = @Id
;
DELETE FROM ManagerShift WHERE Id = @Id
;
DELETE FROM Notice WHERE AccountId = @Id
;
DELETE FROM NoticeSettings WHERE AccountId = @AccountId
;
DELETE FROM NoticeSettings WHERE AccountId = @Id
;
DELETE FROM OneTimeLink WHERE AccountId = @Id
;
DELETE FROM OneTimeLink WHERE Hash IN @keys
;
DELETE FROM OneTimeLink WHERE Purpose = @purpose AND UsedAt IS NULL AND (AccountId = @accountId OR (AccountId IS NULL AND @accountId IS NULL))
;
DELETE FROM Outbox WHERE Id IN @ids
;
DELETE FROM Outbox WHERE MessageId = @messageId
;
DELETE FROM ParkedMessage WHERE Id = @id
;
DELETE FROM Process WHERE Id = @id
;
DELETE FROM Process WHERE SeenAt < @before
;
DELETE FROM RecoveryCode WHERE AccountId = @Id
;
DELETE FROM RecoveryCode WHERE AccountId = @accountId
;
DELETE FROM RecoveryCode WHERE AccountId = @accountId AND Hash = @hash
;
DELETE FROM RobotPost WHERE Robot = @robot AND At < @since
;
DELETE FROM SpentRefreshToken WHERE Hash IN @keys
;
DELETE FROM SpentRefreshToken WHERE SessionId IN (SELECT Id FROM LoginSession WHERE AccountId = @Id)
;
DELETE FROM Webhook WHERE Id = @id
;
INSERT INTO Account (Id, Revision, Email, NormalizedEmail, DisplayName, PasswordHash, SecurityStamp, Roles, OrganisationId, IsApprover, State,
FailedSignIns, LockedUntil, AuthenticatorKey, SecondFactor, LastTotpStep, MatchingObjected, CreatedAt, UpdatedAt, LastSignInAt)
VALUES (@Id, @Revision, @Email, @NormalizedEmail, @DisplayName, @PasswordHash, @SecurityStamp, @Roles, @OrganisationId,
        @IsApprover, @State, @FailedSignIns, @LockedUntil, @AuthenticatorKey, @SecondFactor, @LastTotpStep,
        @MatchingObjected, @CreatedAt, @UpdatedAt, @LastSignInAt)
;
INSERT INTO ApiKey (Id, AccountId, Name, Hash, Scope, CreatedAt, ExpiresAt, LastUsedAt, RevokedAt)
VALUES (@Id, @AccountId, @Name, @Hash, @Scope, @CreatedAt, @ExpiresAt, @LastUsedAt, @RevokedAt)
;
INSERT INTO AuditEntry (Seq, At, ActorId, ActorKind, Via, Address, Action, Subject, SubjectId, Details, PreviousHash, Hash) VALUES (@Seq, @At, @ActorId, @ActorKind, @Via, @Address, @Action, @Subject, @SubjectId, @Details, @PreviousHash, @Hash)
;
INSERT INTO Ceremony (Id, Title, HeldOn, Place, OrganiserNote, RecordedBy, CreatedAt) VALUES (@Id, @Title, @HeldOn, @Place, @OrganiserNote, @RecordedBy, @CreatedAt)
;
INSERT INTO ConflictDeclaration (Id, AccountId, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt) VALUES (@Id, @AccountId, @OrganisationId, @Kind, @Note, @DeclaredAt, @WithdrawnAt)
;
INSERT INTO CreditShare (EngagementId, ManagerId, BasisPoints) VALUES (@engagementId, @ManagerId, @BasisPoints)
;
INSERT INTO Deal (Id, Revision, State, EngagementId, FollowsDealId, CeremonyId, ManagerId, ContractType, SubType, Title, ContractNumber, Field, PriceMode,
                  Currency, AmountMinorUnits, TechnologyMinorUnits, PaymentPlan, Terms, SignedOn, StartsOn, EndsOn,
                  SellerRegion, SellerKind, BuyerRegion, BuyerKind, RegistrationNumber, RegisteredOn, RegistrationPlace,
                  RefusedOn, RefusalReason, EndedOn, EndReason, ReversedAt, ReversalReason, RecordedBy, DecidedBy, CreatedAt, UpdatedAt)
VALUES (@Id, @Revision, @State, @EngagementId, @FollowsDealId, @CeremonyId, @ManagerId, @ContractType, @SubType, @Title, @ContractNumber, @Field, @PriceMode,
        @Currency, @AmountMinorUnits, @TechnologyMinorUnits, @PaymentPlan, @Terms, @SignedOn, @StartsOn, @EndsOn,
        @SellerRegion, @SellerKind, @BuyerRegion, @BuyerKind, @RegistrationNumber, @RegisteredOn, @RegistrationPlace,
        @RefusedOn, @RefusalReason, @EndedOn, @EndReason, @ReversedAt, @ReversalReason, @RecordedBy, @DecidedBy, @CreatedAt, @UpdatedAt)
;
INSERT INTO DealLog (DealId, Seq, At, ActorId, Action, Details) VALUES (@Id, @Revision, @UpdatedAt, @ActorId, @action, @details)
;
INSERT INTO DealParty (DealId, Ordinal, Side, OrganisationId, AccountId, Name, Kind, RegionCode, CreditCode)
VALUES (@DealId, @Ordinal, @Side, @OrganisationId, @AccountId, @Name, @Kind, @RegionCode, @CreditCode)
;
INSERT INTO Delivery (Id, Channel, AccountId, WebhookId, Robot, EngagementId, DealId, Kind, Body, State, Attempts, NextAttemptAt, LeaseUntil, LastFault, CreatedAt, FinishedAt)
VALUES (@Id, @Channel, @AccountId, @WebhookId, @RobotName, @EngagementId, @DealId, @Kind, @Body, @State, @Attempts, @NextAttemptAt, @LeaseUntil, @LastFault, @CreatedAt, @FinishedAt)
;
INSERT INTO Disclosure (Id, EngagementId, NeedId, ToOrganisationId, ToAccountId, ByAccountId, At)
SELECT @Id, @EngagementId, @NeedId, @ToOrganisationId, @ToAccountId, @ByAccountId, @At
 WHERE NOT EXISTS (
       SELECT 1 FROM Disclosure WHERE NeedId = @NeedId AND (ToOrganisationId = @ToOrganisationId OR ToAccountId = @ToAccountId))
;
INSERT INTO DispatchEscalation (EngagementId, At)
SELECT @engagementId, @now WHERE NOT EXISTS (SELECT 1 FROM DispatchEscalation WHERE EngagementId = @engagementId)
;
INSERT INTO DispatchRefusal (EngagementId, ManagerId, Kind, At)
SELECT @engagementId, @managerId, @kind, @now
 WHERE NOT EXISTS (SELECT 1 FROM DispatchRefusal WHERE EngagementId = @engagementId AND ManagerId = @managerId)
;
INSERT INTO Duplicate (Id, Side, AId, BId, Because, Shared, OwnerId, State, FoundAt)
SELECT @Id, @Side, @AId, @BId, @Because, @Shared, @OwnerId, @State, @FoundAt
 WHERE NOT EXISTS (SELECT 1 FROM Duplicate WHERE AId = @AId AND BId = @BId)
;
INSERT INTO DuplicateKey (Side, Value, ItemId, Reason) VALUES (@side, @Value, @Id, @reason)
;
INSERT INTO DuplicateMove (DuplicateId, EngagementId, FromId, StateBefore, Closed, Revision)
VALUES (@DuplicateId, @EngagementId, @FromId, @StateBefore, @Closed, @Revision)
;
INSERT INTO Engagement (Id, Revision, ListingId, NeedId, State, ListingInterestAt, NeedInterestAt, IntroducedAt, ManagerId, AcceptBy, LoggedBy, Note,
                        PriceMode, PriceCurrency, PriceMinorUnits, PublicityFrom, PublicityDays, PublicityUntil, Outcome, OutcomeOn, FrozenFor,
                        CloseReason, CloseNote, ClosedBySide, CreatedAt, UpdatedAt)
VALUES (@Id, @Revision, @ListingId, @NeedId, @State, @ListingInterestAt, @NeedInterestAt, @IntroducedAt, @ManagerId, @AcceptBy, @LoggedBy, @Note,
        @PriceMode, @PriceCurrency, @PriceMinorUnits, @PublicityFrom, @PublicityDays, @PublicityUntil, @Outcome, @OutcomeOn, @FrozenFor,
        @CloseReason, @CloseNote, @ClosedBySide, @CreatedAt, @UpdatedAt)
;
INSERT INTO EngagementLog (EngagementId, Seq, At, ActorId, Action, Details)
VALUES (@Id, @Revision, @UpdatedAt, @ActorId, @action, @details)
;
INSERT INTO Event (Seq, Kind, Body, At) VALUES (@Seq, @Kind, @Body, @At)
;
INSERT INTO EventReader (ReaderId, Seq) VALUES (@ReaderId, @Seq)
;
INSERT INTO Evidence (Id, DealId, Kind, FileName, Format, Length, Sha256, Note, UploadedBy, UploadedFor, OrganisationId, UploadedAt, WithdrawnAt, WithdrawnBy, WithdrawnReason) VALUES (@Id, @DealId, @Kind, @FileName, @Format, @Length, @Sha256, @Note, @UploadedBy, @UploadedFor, @OrganisationId, @UploadedAt, @WithdrawnAt, @WithdrawnBy, @WithdrawnReason)
;
INSERT INTO EvidenceVerdict (Sha256, Clean, At) VALUES (@sha256, @clean, @at)
;
INSERT INTO ExternalLogin (Provider, Subject, AccountId, CreatedAt) VALUES (@Provider, @Subject, @AccountId, @CreatedAt)
;
INSERT INTO FirstRelease (ListingId, Revision, PitchZh, PitchEn, Since, EndedOn, UpdatedAt) VALUES (@ListingId, @Revision, @PitchZh, @PitchEn, @Since, @EndedOn, @UpdatedAt)
;
INSERT INTO IdempotentAnswer (RequestKey, RequestHash, Status, Headers, Body, About, At) VALUES (@RequestKey, @RequestHash, @Status, @Headers, @Body, @About, @At)
;
INSERT INTO ImportIssue (JobId, RowNumber, ColumnName, Severity, Code, MessageZh, MessageEn, RemedyZh, RemedyEn)
VALUES (@JobId, @RowNumber, @ColumnName, @Severity, @Code, @MessageZh, @MessageEn, @RemedyZh, @RemedyEn)
;
INSERT INTO ImportJob (Id, Kind, FileName, State, DryRun, Publish, OrganisationId, PostedBy, OwnOnly, Rows, Processed, Created, Updated, Unchanged, Rejected, Failure, CreatedAt, FinishedAt)
VALUES (@Id, @Kind, @FileName, @State, @DryRun, @Publish, @OrganisationId, @PostedBy, @OwnOnly, @Rows, @Processed, @Created,
        @Updated, @Unchanged, @Rejected, @Failure, @CreatedAt, @FinishedAt)
;
INSERT INTO Inbox (MessageId, Consumer, ReceivedAt)
SELECT @messageId, @consumer, @at WHERE NOT EXISTS (SELECT 1 FROM Inbox WHERE MessageId = @messageId AND Consumer = @consumer)
;
INSERT INTO Investment (Id, Title, Currency, AmountMinorUnits, Investors, Recipient, RegionCode, Industry, SignedOn, ParkOrganisationId, CeremonyId, Note, RecordedBy, CreatedAt, ReversedAt, ReversedBy, ReversalReason) VALUES (@Id, @Title, @Currency, @AmountMinorUnits, @Investors, @Recipient, @RegionCode, @Industry, @SignedOn, @ParkOrganisationId, @CeremonyId, @Note, @RecordedBy, @CreatedAt, @ReversedAt, @ReversedBy, @ReversalReason)
;
INSERT INTO InvestmentLine (InvestmentId, Day, RegionCode, Industry, Currency, AmountMinorUnits, RecordedAt, RecordedBy)
VALUES (@Id, @SignedOn, @RegionCode, @Industry, @Currency, @AmountMinorUnits, @CreatedAt, @RecordedBy)
;
INSERT INTO InvestmentLine (InvestmentId, Day, RegionCode, Industry, Currency, AmountMinorUnits, RecordedAt, RecordedBy, ReversesSeq)
SELECT InvestmentId, Day, RegionCode, Industry, Currency, -AmountMinorUnits, @ReversedAt, @ReversedBy, Seq
  FROM InvestmentLine WHERE InvestmentId = @Id AND ReversesSeq IS NULL
;
INSERT INTO Lease (Name, Holder, Fence, Until) VALUES (@name, @holder, 1, @until)
;
INSERT INTO LedgerLine (Seq, DealId, Kind, Day, Currency, AmountMinorUnits, TechnologyMinorUnits, Note, RecordedAt, RecordedBy, ReversesSeq)
VALUES (@Seq, @DealId, @Kind, @Day, @Currency, @AmountMinorUnits, @TechnologyMinorUnits, @Note, @RecordedAt, @RecordedBy, @ReversesSeq)
;
INSERT INTO Listing (Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState, ChangeSeq)
VALUES (@Id, @Revision, @State, @OrganisationId, @PostedBy, @ExternalRef, @ContentHash, @Title, @Summary, @Description, @Keywords, @Fields,
        @Trl, @Ip, @CooperationModes, @RegionCode, @AskingPriceCurrency, @AskingPriceMinorUnits, @Language, @CreatedAt,
        @UpdatedAt, @PublishedAt, @ExpiresOn, @Matched, @ReturnReason,
        @MergedInto, @MergedState, 0)
;
INSERT INTO ListingPicture (Id, ListingId, Format, Width, Height, Length, Sha256, UploadedBy, UploadedAt) VALUES (@Id, @ListingId, @Format, @Width, @Height, @Length, @Sha256, @UploadedBy, @UploadedAt)
;
INSERT INTO LoginSession (Id, AccountId, Kind, AccessHash, AccessExpiresAt, RefreshHash, EndsAt, CreatedAt, LastSeenAt, Address, UserAgent, RevokedAt, RevokedBecause)
VALUES (@Id, @AccountId, @Kind, @AccessHash, @AccessExpiresAt, @RefreshHash, @EndsAt, @CreatedAt, @LastSeenAt, @Address, @UserAgent,
        @RevokedAt, @RevokedBecause)
;
INSERT INTO ManagerAbsence (Id, AccountId, StartsAt, EndsAt, Reason) VALUES (@Id, @ManagerId, @From, @To, @Reason)
;
INSERT INTO ManagerProfile (AccountId, Revision, Level, Fields, Regions, Languages, Employer, Source, Capacity, UpdatedAt)
VALUES (@ManagerId, @Revision, @Level, @Fields, @Regions, @Languages, @Employer, @Source, @Capacity, @UpdatedAt)
;
INSERT INTO ManagerShift (Id, AccountId, StartsAt, EndsAt, Desk) VALUES (@Id, @ManagerId, @From, @To, @Desk)
;
INSERT INTO MarketRevision (ChangeSeq, Side, ItemId, Revision, State, Content, At)
VALUES (@seq, @side, @ItemId, @Revision, @State, @Content, @At)
;
UPDATE Match
   SET ListingRevision = @ListingRevision, NeedRevision = @NeedRevision, Score = @Score, Level = @Level, Contributions = @Contributions,
       EngineVersion = @EngineVersion, MarketSeq = @MarketSeq, ScoredAt = @ScoredAt
 WHERE ListingId = @ListingId AND NeedId = @NeedId
   AND (MarketSeq < @MarketSeq OR (MarketSeq = @MarketSeq AND EngineVersion <> @EngineVersion))
   AND EXISTS (SELECT 1 FROM Listing WHERE Id = @ListingId AND Revision = @ListingRevision AND State = 'published' AND Matched = 1)
   AND EXISTS (SELECT 1 FROM Need WHERE Id = @NeedId AND Revision = @NeedRevision AND State = 'published' AND Matched = 1);
INSERT INTO Match (Id, ListingId, NeedId, ListingRevision, NeedRevision, Score, Level, Contributions, EngineVersion, MarketSeq, ScoredAt)
SELECT @Id, @ListingId, @NeedId, @ListingRevision, @NeedRevision, @Score, @Level, @Contributions, @EngineVersion, @MarketSeq, @ScoredAt
 WHERE NOT EXISTS (SELECT 1 FROM Match WHERE ListingId = @ListingId AND NeedId = @NeedId)
   AND EXISTS (SELECT 1 FROM Listing WHERE Id = @ListingId AND Revision = @ListingRevision AND State = 'published' AND Matched = 1)
   AND EXISTS (SELECT 1 FROM Need WHERE Id = @NeedId AND Revision = @NeedRevision AND State = 'published' AND Matched = 1)
;
INSERT INTO Meeting (Id, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, Shared, CancelReason, Sequence, CreatedBy, CreatedAt, UpdatedAt)
VALUES (@Id, @EngagementId, @State, @StartsAt, @EndsAt, @Place, @Agenda, @Note, @Outcome, @Shared, @CancelReason, @Sequence, @CreatedBy, @CreatedAt, @UpdatedAt)
;
INSERT INTO Need (Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState, ChangeSeq)
VALUES (@Id, @Revision, @State, @OrganisationId, @PostedBy, @ExternalRef, @ContentHash, @Title, @Description, @Keywords, @Fields, @MinTrl,
        @CooperationModes, @RegionCode, @BudgetCurrency, @BudgetMinorUnits, @Deadline, @Visibility, @BlindSummary, @BlindRegion,
        @BlindField, @Language, @CreatedAt, @UpdatedAt, @PublishedAt, @ExpiresOn, @Matched, @MergedInto, @MergedState, 0)
;
INSERT INTO Notice (Id, AccountId, Kind, EngagementId, DealId, WebhookId, Seq, At, ReadAt, DeliveryId, DigestOn)
VALUES (@Id, @AccountId, @Kind, @EngagementId, @DealId, @WebhookId, @Seq, @At, @ReadAt, @DeliveryId, @DigestOn)
;
INSERT INTO NoticeSettings (AccountId, Language, Mail, MailKinds) VALUES (@AccountId, @Language, @Mail, @MailKinds)
;
INSERT INTO OneTimeLink (Hash, Purpose, AccountId, CreatedAt, ExpiresAt) VALUES (@Hash, @Purpose, @AccountId, @CreatedAt, @ExpiresAt)
;
INSERT INTO Organisation (Id, Revision, Name, Kind, CreditCode, RegionCode, Nature, ApprovesListings, CreatedAt, UpdatedAt) VALUES (@Id, @Revision, @Name, @Kind, @CreditCode, @RegionCode, @Nature, @ApprovesListings, @CreatedAt, @UpdatedAt)
;
INSERT INTO Outbox (MessageId, Type, Body, CreatedAt) VALUES (@MessageId, @Type, @Body, @CreatedAt)
;
INSERT INTO Outbox (MessageId, Type, Body, CreatedAt, LeasedBy, LeasedUntil, TraceParent)
VALUES (@MessageId, @Type, @Body, @CreatedAt, @leasedBy, @leasedUntil, @traceParent)
;
INSERT INTO ParkedMessage (Id, MessageId, Type, Body, Consumer, Reason, ParkedAt)
VALUES (@Id, @MessageId, @Type, @Body, @Consumer, @Reason, @ParkedAt)
;
INSERT INTO Process (Id, Role, Host, Version, StartedAt, SeenAt, Report)
VALUES (@Id, @Role, @Host, @Version, @StartedAt, @SeenAt, @Report)
;
INSERT INTO RecoveryCode (AccountId, Hash) VALUES (@accountId, @hash)
;
INSERT INTO RobotPost (Robot, At) VALUES (@robot, @now)
;
INSERT INTO SpentRefreshToken (Hash, SessionId) VALUES (@RefreshHash, @Id)
;
INSERT INTO Webhook (Id, OrganisationId, CreatedBy, Url, Kinds, Secret, CreatedAt, DisabledAt, DisabledFor) VALUES (@Id, @OrganisationId, @CreatedBy, @Url, @Kinds, @Secret, @CreatedAt, @DisabledAt, @DisabledFor)
;
SELECT AccountId, Language, Mail, MailKinds FROM NoticeSettings WHERE AccountId = @accountId
;
SELECT AccountId, OrganisationId, Kind FROM ConflictDeclaration WHERE WithdrawnAt IS NULL
;
SELECT At FROM MarketRevision WHERE ChangeSeq = (SELECT MIN(ChangeSeq) FROM MarketRevision WHERE ChangeSeq > @indexChange)
;
SELECT At FROM RobotPost WHERE Robot = @robot AND At > @since
;
SELECT COALESCE(MergedState, State) AS State, MergedInto, OrganisationId, PostedBy FROM Listing WHERE Id = @id
;
SELECT COALESCE(MergedState, State) AS State, MergedInto, Visibility, OrganisationId, PostedBy FROM Need WHERE Id = @id
;
SELECT COUNT(*) AS Number FROM Listing WHERE State = 'published'
;
SELECT COUNT(*) AS Number FROM Need WHERE State = 'published' AND Visibility = 'open'
;
SELECT COUNT(*) FROM Account WHERE State = 'active' AND Roles LIKE '%"admin"%' AND Id <> @id
;
SELECT COUNT(*) FROM Account a WHERE a.Id = @id AND a.State = 'active' AND a.Roles LIKE '%"manager"%'
;
SELECT COUNT(*) FROM Delivery WHERE AccountId = @accountId AND Kind = @kind AND State = 'done' AND FinishedAt > @since
;
SELECT COUNT(*) FROM Delivery WHERE Channel = @channel AND State = 'waiting' AND NextAttemptAt <= @now AND (LeaseUntil IS NULL OR LeaseUntil <= @now)
;
SELECT COUNT(*) FROM Delivery WHERE WebhookId = @id AND State = 'done' AND FinishedAt >= @since
;
SELECT COUNT(*) FROM Disclosure WHERE NeedId = @needId AND (ToOrganisationId = @organisationId OR ToAccountId = @accountId)
;
SELECT COUNT(*) FROM DispatchEscalation d JOIN Engagement e ON e.Id = d.EngagementId WHERE e.Id = @engagementId AND e.ManagerId IS NULL AND e.State <> 'closed'
;
SELECT COUNT(*) FROM Duplicate d WHERE d.Id = @id AND NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.OrganisationId IN @Conflicted)
AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND (x.OrganisationId IN @Conflicted OR EXISTS (
    SELECT 1 FROM Engagement e JOIN Listing l ON l.Id = e.ListingId WHERE e.NeedId = x.Id AND l.OrganisationId IN @Conflicted)))
;
SELECT COUNT(*) FROM Engagement WHERE ManagerId = @id AND State <> 'closed'
;
SELECT COUNT(*) FROM Engagement e WHERE e.Id = @Id AND (e.LoggedBy IS NOT NULL OR EXISTS (
     SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action IN ('interest', 'accept', 'handOver', 'introduce')))
;
SELECT COUNT(*) FROM Evidence WHERE DealId = @dealId AND WithdrawnAt IS NULL
;
SELECT COUNT(*) FROM Evidence WHERE Sha256 = @sha256
;
SELECT COUNT(*) FROM ListingPicture WHERE Sha256 = @sha256
;
SELECT COUNT(*) FROM Need n
 WHERE n.Id = @needId AND (n.OrganisationId IS NULL OR @employer IS NULL OR n.OrganisationId <> @employer)
   AND (n.OrganisationId IN @conflicted OR EXISTS (
        SELECT 1 FROM Engagement e JOIN Listing l ON l.Id = e.ListingId WHERE e.NeedId = n.Id AND l.OrganisationId IN @conflicted))
;
SELECT COUNT(*) FROM Organisation o
 WHERE o.Id IN @organisations
   AND (EXISTS (SELECT 1 FROM Listing l
                 WHERE l.OrganisationId = o.Id AND l.State = 'published' AND (CHARINDEX(@Entry0, l.Fields) > 0))
     OR EXISTS (SELECT 1 FROM Need n
                 WHERE n.OrganisationId = o.Id AND n.State = 'published' AND n.Visibility = 'open' AND n.Id <> @needId
                   AND (CHARINDEX(@Entry0, n.Fields) > 0)))
;
SELECT COUNT(*) FROM Outbox
;
SELECT COUNT(*) FROM Outbox WHERE Id <= @id
;
SELECT COUNT(*) FROM ParkedMessage WHERE ReplayedAt IS NULL
;
SELECT COUNT(*) FROM Process WHERE SeenAt >= @since
;
SELECT COUNT(*) FROM Webhook WHERE OrganisationId = @organisationId OR (@organisationId IS NULL AND OrganisationId IS NULL)
;
SELECT Clean FROM EvidenceVerdict WHERE Sha256 = @sha256 ORDER BY Seq DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT DISTINCT AccountId FROM Notice WHERE DigestOn <= @today AND DeliveryId IS NULL ORDER BY AccountId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT DISTINCT e.ManagerId
  FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Need n ON n.Id = e.NeedId LEFT JOIN Account a ON a.Id = e.ManagerId
 WHERE e.State <> 'closed' AND e.ManagerId IS NOT NULL
   AND (l.OrganisationId = @organisationId OR n.OrganisationId = @organisationId OR a.OrganisationId = @organisationId)
;
SELECT DealId, Ordinal, Side, OrganisationId, AccountId, Name, Kind, RegionCode, CreditCode FROM DealParty WHERE DealId IN @ids ORDER BY DealId, Ordinal
;
SELECT DuplicateId, EngagementId, FromId, StateBefore, Closed, Revision FROM DuplicateMove WHERE DuplicateId = @duplicateId ORDER BY Closed, EngagementId
;
SELECT EngagementId, At, Action, Details FROM EngagementLog WHERE ActorId = @id ORDER BY At, EngagementId, Seq
;
SELECT EngagementId, ManagerId, Kind FROM DispatchRefusal WHERE EngagementId IN @texts
;
SELECT Hash FROM AuditEntry WHERE Seq = @Seq
;
SELECT Hash FROM OneTimeLink WHERE ExpiresAt < @before OR UsedAt < @before ORDER BY ExpiresAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Hash, Purpose, AccountId, CreatedAt, ExpiresAt FROM OneTimeLink WHERE Hash = @hash AND Purpose = @purpose AND ExpiresAt > @now AND UsedAt IS NULL
;
SELECT Id AS EngagementId, State, CASE WHEN ManagerId = @id THEN 'manager' ELSE 'loggedBy' END AS Part, CreatedAt FROM Engagement WHERE ManagerId = @id OR LoggedBy = @id ORDER BY CreatedAt
;
SELECT Id AS MeetingId, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, CreatedAt FROM Meeting WHERE CreatedBy = @id ORDER BY CreatedAt, Id
;
SELECT Id FROM Account
 WHERE State = 'active'
   AND ((OrganisationId IN @organisations AND (Roles LIKE '%"provider"%' OR Roles LIKE '%"seeker"%')) OR Id IN @accounts OR Id = @ManagerId)
 ORDER BY Id
;
SELECT Id FROM Account WHERE Id = @CreatedBy AND State = 'active'
;
SELECT Id FROM Account WHERE Id = @RecordedBy AND State = 'active' AND (@actorId IS NULL OR Id <> @actorId)
;
SELECT Id FROM Account WHERE Id = @postedBy AND State = 'active'
;
SELECT Id FROM Account WHERE OrganisationId = @organisationId AND State = 'active' AND Roles LIKE @role ORDER BY Id
;
SELECT Id FROM Account WHERE State = 'active' AND Roles LIKE '%"manager"%'
;
SELECT Id FROM Account WHERE State = 'active' AND Roles LIKE '%"organiser"%' ORDER BY Id
;
SELECT Id FROM ConflictDeclaration WHERE AccountId = @AccountId AND OrganisationId = @OrganisationId AND Kind = @Kind AND WithdrawnAt IS NULL
;
SELECT Id FROM Deal WHERE FollowsDealId = @id AND State NOT IN ('rejected', 'reversed') ORDER BY CreatedAt, Id
;
SELECT Id FROM Delivery WHERE FinishedAt < @before ORDER BY FinishedAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Engagement WHERE ListingId = @itemId AND State <> 'closed' ORDER BY CreatedAt, Id
;
SELECT Id FROM Engagement WHERE ListingId = @listingId AND NeedId = @needId AND State <> 'closed'
;
SELECT Id FROM Engagement WHERE NeedId = @itemId AND State <> 'closed' ORDER BY CreatedAt, Id
;
SELECT Id FROM Evidence WHERE DealId = @DealId AND Sha256 = @Sha256 AND WithdrawnAt IS NULL
;
SELECT Id FROM ImportJob WHERE PrunedAt IS NULL AND FinishedAt < @before ORDER BY FinishedAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Investment
 WHERE Title = @Title AND Recipient = @Recipient AND SignedOn = @SignedOn AND Currency = @Currency AND AmountMinorUnits = @AmountMinorUnits AND ReversedAt IS NULL
;
SELECT Id FROM Listing WHERE ChangeSeq > @seq
;
SELECT Id FROM LoginSession WHERE LastSeenAt < @before AND (Address IS NOT NULL OR UserAgent IS NOT NULL) ORDER BY LastSeenAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Need WHERE ChangeSeq > @seq
;
SELECT Id FROM Need WHERE State = 'published' AND Visibility <> 'open' AND (OrganisationId = @ReaderOrganisationId OR (OrganisationId IS NULL AND PostedBy = @ReaderAccountId))
;
SELECT Id FROM Notice WHERE ReadAt < @before ORDER BY ReadAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Notice WHERE ReadAt IS NULL AND At < @before ORDER BY At OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Organisation ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Organisation WHERE RegionCode < 'A' OR RegionCode = @from ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Organisation WHERE RegionCode >= @from AND RegionCode < @to ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM Outbox WHERE (LeasedUntil IS NULL OR LeasedUntil <= @now OR LeasedBy = @relay) AND Type IN @types ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id FROM ParkedMessage WHERE ReplayedAt IS NOT NULL AND ReplayedAt < @before ORDER BY ReplayedAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, AccountId AS ManagerId, StartsAt AS "From", EndsAt AS "To", Desk FROM ManagerShift WHERE (@managerId IS NULL OR AccountId = @managerId) AND StartsAt < @to AND EndsAt > @from ORDER BY StartsAt, Desk, Id
;
SELECT Id, AccountId AS ManagerId, StartsAt AS "From", EndsAt AS "To", Desk FROM ManagerShift WHERE Id = @id
;
SELECT Id, AccountId AS ManagerId, StartsAt AS "From", EndsAt AS "To", Reason FROM ManagerAbsence WHERE AccountId = @managerId AND EndsAt > @from ORDER BY StartsAt, Id
;
SELECT Id, AccountId AS ManagerId, StartsAt AS "From", EndsAt AS "To", Reason FROM ManagerAbsence WHERE Id = @id
;
SELECT Id, AccountId, Kind, AccessHash, AccessExpiresAt, RefreshHash, EndsAt, CreatedAt, LastSeenAt, Address, UserAgent, RevokedAt, RevokedBecause FROM LoginSession
 WHERE AccountId = @accountId AND RevokedAt IS NULL AND EndsAt > @now AND (RefreshHash IS NOT NULL OR AccessExpiresAt > @now)
 ORDER BY CreatedAt DESC
;
SELECT Id, AccountId, Kind, AccessHash, AccessExpiresAt, RefreshHash, EndsAt, CreatedAt, LastSeenAt, Address, UserAgent, RevokedAt, RevokedBecause FROM LoginSession WHERE Id = (SELECT SessionId FROM SpentRefreshToken WHERE Hash = @hash)
;
SELECT Id, AccountId, Kind, AccessHash, AccessExpiresAt, RefreshHash, EndsAt, CreatedAt, LastSeenAt, Address, UserAgent, RevokedAt, RevokedBecause FROM LoginSession WHERE RefreshHash = @hash
;
SELECT Id, AccountId, Kind, EngagementId, DealId, WebhookId, Seq, At, ReadAt, DeliveryId, DigestOn FROM Notice
 WHERE AccountId = @accountId AND (@unread = 0 OR ReadAt IS NULL)
   AND (@before IS NULL OR At < @before OR (At = @before AND Id < @beforeId))
 ORDER BY At DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, AccountId, Kind, EngagementId, DealId, WebhookId, Seq, At, ReadAt, DeliveryId, DigestOn FROM Notice WHERE AccountId = @accountId AND ReadAt IS NULL ORDER BY At DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, AccountId, Kind, EngagementId, DealId, WebhookId, Seq, At, ReadAt, DeliveryId, DigestOn FROM Notice WHERE DeliveryId = @deliveryId ORDER BY At, Id
;
SELECT Id, AccountId, Kind, EngagementId, DealId, WebhookId, Seq, At, ReadAt, DeliveryId, DigestOn FROM Notice WHERE Id = @id AND AccountId = @accountId
;
SELECT Id, AccountId, Name, Hash, Scope, CreatedAt, ExpiresAt, LastUsedAt, RevokedAt FROM ApiKey WHERE AccountId = @accountId AND RevokedAt IS NULL AND ExpiresAt > @now ORDER BY CreatedAt DESC, Id DESC
;
SELECT Id, AccountId, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt FROM ConflictDeclaration
 WHERE (@accountId IS NULL OR AccountId = @accountId) AND (@organisationId IS NULL OR OrganisationId = @organisationId)
   AND (@before IS NULL OR DeclaredAt < @before OR (DeclaredAt = @before AND Id < @beforeId))
 ORDER BY DeclaredAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, AccountId, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt FROM ConflictDeclaration WHERE AccountId = @accountId AND WithdrawnAt IS NULL
;
SELECT Id, AccountId, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt FROM ConflictDeclaration WHERE Id = @id
;
SELECT Id, Channel, AccountId, WebhookId, Robot AS RobotName, EngagementId, DealId, Kind, Body, State, Attempts, NextAttemptAt, LeaseUntil, LastFault, CreatedAt, FinishedAt FROM Delivery
 WHERE (@state IS NULL OR State = @state) AND (@webhookId IS NULL OR WebhookId = @webhookId)
   AND (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Channel, AccountId, WebhookId, Robot AS RobotName, EngagementId, DealId, Kind, Body, State, Attempts, NextAttemptAt, LeaseUntil, LastFault, CreatedAt, FinishedAt FROM Delivery
 WHERE Channel = @channel AND State = 'waiting' AND NextAttemptAt <= @now AND (LeaseUntil IS NULL OR LeaseUntil <= @now) AND (@robot IS NULL OR Robot = @robot)
 ORDER BY NextAttemptAt, Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Channel, AccountId, WebhookId, Robot AS RobotName, EngagementId, DealId, Kind, Body, State, Attempts, NextAttemptAt, LeaseUntil, LastFault, CreatedAt, FinishedAt FROM Delivery WHERE Id = @id
;
SELECT Id, DealId, Kind, FileName, Format, Length, Sha256, Note, UploadedBy, UploadedFor, OrganisationId, UploadedAt, WithdrawnAt, WithdrawnBy, WithdrawnReason FROM Evidence WHERE DealId = @dealId ORDER BY UploadedAt, Id
;
SELECT Id, DealId, Kind, FileName, Format, Length, Sha256, Note, UploadedBy, UploadedFor, OrganisationId, UploadedAt, WithdrawnAt, WithdrawnBy, WithdrawnReason FROM Evidence WHERE Id = @id AND DealId = @dealId
;
SELECT Id, DisplayName, State FROM Account WHERE Id IN @ids
;
SELECT Id, EngagementId, NeedId, ToOrganisationId, ToAccountId, ByAccountId, At FROM Disclosure WHERE NeedId = @needId ORDER BY At, Id
;
SELECT Id, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, Shared, CancelReason, Sequence, CreatedBy, CreatedAt, UpdatedAt FROM Meeting WHERE EngagementId = @engagementId AND UpdatedAt = @at AND State <> 'held' ORDER BY StartsAt, Id
;
SELECT Id, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, Shared, CancelReason, Sequence, CreatedBy, CreatedAt, UpdatedAt FROM Meeting WHERE EngagementId = @engagementId ORDER BY StartsAt, Id
;
SELECT Id, EngagementId, State, StartsAt, EndsAt, Place, Agenda, Note, Outcome, Shared, CancelReason, Sequence, CreatedBy, CreatedAt, UpdatedAt FROM Meeting WHERE Id = @id
;
SELECT Id, Kind, CreatedAt, LastSeenAt, EndsAt, Address, UserAgent, RevokedAt, RevokedBecause FROM LoginSession WHERE AccountId = @id ORDER BY CreatedAt
;
SELECT Id, Kind, EngagementId, DealId, At, ReadAt FROM Notice WHERE AccountId = @id ORDER BY At
;
SELECT Id, Kind, FileName, State, CreatedAt, FinishedAt, PrunedAt FROM ImportJob WHERE PostedBy = @id ORDER BY CreatedAt
;
SELECT Id, Kind, FileName, State, DryRun, Publish, OrganisationId, PostedBy, OwnOnly, Rows, Processed, Created, Updated, Unchanged, Rejected, Failure, CreatedAt, FinishedAt FROM ImportJob
 WHERE (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
   AND (@account IS NULL OR PostedBy = @account OR OrganisationId = @organisation)
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Kind, FileName, State, DryRun, Publish, OrganisationId, PostedBy, OwnOnly, Rows, Processed, Created, Updated, Unchanged, Rejected, Failure, CreatedAt, FinishedAt FROM ImportJob WHERE Id = @id
;
SELECT Id, Kind, FileName, State, DryRun, Publish, OrganisationId, PostedBy, OwnOnly, Rows, Processed, Created, Updated, Unchanged, Rejected, Failure, CreatedAt, FinishedAt FROM ImportJob WHERE State IN ('queued', 'running') ORDER BY CreatedAt, Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Kind, State, CreatedAt, FinishedAt FROM Delivery WHERE AccountId = @id ORDER BY CreatedAt
;
SELECT Id, ListingId, Format, Width, Height, Length, Sha256, UploadedBy, UploadedAt FROM ListingPicture WHERE ListingId = @listingId AND RemovedAt IS NULL
;
SELECT Id, MessageId, Type, Body, Consumer, Reason, ParkedAt, ReplayedAt FROM ParkedMessage
 WHERE @before IS NULL OR ParkedAt < @before OR (ParkedAt = @before AND Id < @beforeId)
 ORDER BY ParkedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, MessageId, Type, Body, Consumer, Reason, ParkedAt, ReplayedAt FROM ParkedMessage WHERE Id = @id
;
SELECT Id, MessageId, Type, Body, CreatedAt FROM Outbox WHERE Id > @id ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, MessageId, Type, Body, CreatedAt, TraceParent FROM Outbox
 WHERE LeasedBy = @relay AND LeasedUntil > @until
 ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, MessageId, Type, Body, CreatedAt, TraceParent FROM Outbox WHERE Id > @id ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, MessageId, Type, Body, CreatedAt, TraceParent FROM Outbox WHERE Type NOT IN @types AND CreatedAt < @before ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Name FROM Organisation WHERE Id IN @wanted
;
SELECT Id, Name, Scope, CreatedAt, ExpiresAt, LastUsedAt, RevokedAt FROM ApiKey WHERE AccountId = @id ORDER BY CreatedAt
;
SELECT Id, OrganisationId, CreatedBy, Url, Kinds, Secret, CreatedAt, DisabledAt, DisabledFor FROM Webhook
 WHERE (@organisationId IS NULL OR OrganisationId = @organisationId)
   AND (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, OrganisationId, CreatedBy, Url, Kinds, Secret, CreatedAt, DisabledAt, DisabledFor FROM Webhook WHERE DisabledAt IS NULL AND (OrganisationId IS NULL OR OrganisationId IN @ids) ORDER BY CreatedAt, Id
;
SELECT Id, OrganisationId, CreatedBy, Url, Kinds, Secret, CreatedAt, DisabledAt, DisabledFor FROM Webhook WHERE Id = @id
;
SELECT Id, OrganisationId, Kind, Note, DeclaredAt, WithdrawnAt FROM ConflictDeclaration WHERE AccountId = @id ORDER BY DeclaredAt
;
SELECT Id, Revision FROM Listing WHERE State = 'published' AND ChangeSeq <= @seq
;
SELECT Id, Revision FROM Need WHERE State = 'published' AND ChangeSeq <= @seq
;
SELECT Id, Revision, Email, NormalizedEmail, DisplayName, PasswordHash, SecurityStamp, Roles, OrganisationId, IsApprover, State,
FailedSignIns, LockedUntil, AuthenticatorKey, SecondFactor, LastTotpStep, MatchingObjected, CreatedAt, UpdatedAt, LastSignInAt FROM Account
 WHERE (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
   AND (@pattern IS NULL OR DisplayName LIKE @pattern ESCAPE '!' OR Email LIKE @pattern ESCAPE '!')
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Revision, Email, NormalizedEmail, DisplayName, PasswordHash, SecurityStamp, Roles, OrganisationId, IsApprover, State,
FailedSignIns, LockedUntil, AuthenticatorKey, SecondFactor, LastTotpStep, MatchingObjected, CreatedAt, UpdatedAt, LastSignInAt FROM Account WHERE Id = @id
;
SELECT Id, Revision, Email, NormalizedEmail, DisplayName, PasswordHash, SecurityStamp, Roles, OrganisationId, IsApprover, State,
FailedSignIns, LockedUntil, AuthenticatorKey, SecondFactor, LastTotpStep, MatchingObjected, CreatedAt, UpdatedAt, LastSignInAt FROM Account WHERE NormalizedEmail = @normalizedEmail
;
SELECT Id, Revision, Name, Kind, CreditCode, RegionCode, Nature, ApprovesListings, CreatedAt, UpdatedAt FROM Organisation
 WHERE (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
   AND (@pattern IS NULL OR Name LIKE @pattern ESCAPE '!' OR CreditCode LIKE @pattern ESCAPE '!')
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Revision, Name, Kind, CreditCode, RegionCode, Nature, ApprovesListings, CreatedAt, UpdatedAt FROM Organisation WHERE CreditCode = @creditCode
;
SELECT Id, Revision, Name, Kind, CreditCode, RegionCode, Nature, ApprovesListings, CreatedAt, UpdatedAt FROM Organisation WHERE Id = @id
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState FROM Need WHERE (OrganisationId = @organisationId OR (OrganisationId IS NULL AND @organisationId IS NULL)) AND ExternalRef = @externalRef
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState FROM Need WHERE ChangeSeq > @after AND ChangeSeq <= @upTo AND State = 'published' ORDER BY ChangeSeq
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState FROM Need WHERE ChangeSeq > @after AND ChangeSeq <= @upTo ORDER BY ChangeSeq
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState FROM Need WHERE Id = @id
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState FROM Need WHERE PostedBy = @accountId AND OrganisationId IS NULL AND State NOT IN ('withdrawn', 'satisfied') ORDER BY Id
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Description, Keywords, Fields, MinTrl, CooperationModes,
RegionCode, BudgetCurrency, BudgetMinorUnits, Deadline, Visibility, BlindSummary, BlindRegion, BlindField, Language,
CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, MergedInto, MergedState FROM Need WHERE State = 'published' AND ExpiresOn < @today ORDER BY ExpiresOn OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState FROM Listing WHERE (OrganisationId = @organisationId OR (OrganisationId IS NULL AND @organisationId IS NULL)) AND ExternalRef = @externalRef
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState FROM Listing WHERE ChangeSeq > @after AND ChangeSeq <= @upTo AND State = 'published' ORDER BY ChangeSeq
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState FROM Listing WHERE ChangeSeq > @after AND ChangeSeq <= @upTo ORDER BY ChangeSeq
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState FROM Listing WHERE Id = @id
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState FROM Listing WHERE PostedBy = @accountId AND OrganisationId IS NULL AND State NOT IN ('withdrawn', 'transferred') ORDER BY Id
;
SELECT Id, Revision, State, OrganisationId, PostedBy, ExternalRef, ContentHash, Title, Summary, Description, Keywords, Fields, Trl, Ip,
CooperationModes, RegionCode, AskingPriceCurrency, AskingPriceMinorUnits, Language, CreatedAt, UpdatedAt, PublishedAt, ExpiresOn, Matched, ReturnReason,
MergedInto, MergedState FROM Listing WHERE State = 'published' AND ExpiresOn < @today ORDER BY ExpiresOn OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Role, Host, Version, StartedAt, SeenAt, Report FROM Process ORDER BY StartedAt, Id
;
SELECT Id, Title, Currency, AmountMinorUnits, Investors, Recipient, RegionCode, Industry, SignedOn, ParkOrganisationId, CeremonyId, Note, RecordedBy, CreatedAt, ReversedAt, ReversedBy, ReversalReason FROM Investment
 WHERE (@From IS NULL OR SignedOn >= @From) AND (@To IS NULL OR SignedOn <= @To)
   AND (@RegionCode IS NULL OR RegionCode = @RegionCode) AND (@Industry IS NULL OR Industry = @Industry) AND (@CeremonyId IS NULL OR CeremonyId = @CeremonyId)
   AND (@Reversed IS NULL OR (@Reversed = 1 AND ReversedAt IS NOT NULL) OR (@Reversed = 0 AND ReversedAt IS NULL))
   AND (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Title, Currency, AmountMinorUnits, Investors, Recipient, RegionCode, Industry, SignedOn, ParkOrganisationId, CeremonyId, Note, RecordedBy, CreatedAt, ReversedAt, ReversedBy, ReversalReason FROM Investment WHERE Id = @id
;
SELECT Id, Title, HeldOn, Place, OrganiserNote, RecordedBy, CreatedAt FROM Ceremony WHERE @before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId)
 ORDER BY CreatedAt DESC, Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Id, Title, HeldOn, Place, OrganiserNote, RecordedBy, CreatedAt FROM Ceremony WHERE Id = @id
;
SELECT Id, Title, State, OrganisationId, Matched, CreatedAt FROM Listing WHERE PostedBy = @id ORDER BY CreatedAt
;
SELECT ItemId, At FROM MarketRevision WHERE ChangeSeq = @seq
;
SELECT ListingId, Revision, PitchZh, PitchEn, Since, EndedOn, UpdatedAt FROM FirstRelease WHERE ListingId = @listingId
;
SELECT MAX(Seq) FROM AuditEntry
;
SELECT MIN(CreatedAt) FROM Outbox
;
SELECT ManagerId, BasisPoints FROM CreditShare WHERE EngagementId = @engagementId ORDER BY BasisPoints DESC, ManagerId
;
SELECT ManagerId, State, COUNT(*) AS Number FROM Engagement WHERE ManagerId IS NOT NULL GROUP BY ManagerId, State
;
SELECT MatchingObjected FROM Account WHERE Id = @id
;
SELECT MessageId FROM Inbox WHERE Consumer = @consumer AND MessageId IN @ids
;
SELECT MessageId, Consumer FROM Inbox WHERE ReceivedAt < @before ORDER BY ReceivedAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT NULL AS GroupKey, Currency, SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Projects, SUM(AmountMinorUnits) AS AmountMinorUnits
  FROM InvestmentLine
 WHERE (@from IS NULL OR Day >= @from) AND (@to IS NULL OR Day <= @to) AND (@asOf IS NULL OR RecordedAt <= @asOf)
 GROUP BY Currency
HAVING SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) <> 0
 ORDER BY Currency
;
SELECT Name, Holder, Fence, Until FROM Lease WHERE Name = @name
;
SELECT NeedId, EngagementId, At, CASE WHEN ByAccountId = @id THEN 'by' ELSE 'to' END AS Part FROM Disclosure WHERE ByAccountId = @id OR ToAccountId = @id ORDER BY At
;
SELECT OrganisationId, Roles FROM Account WHERE Id = @accountId AND State = 'active'
;
SELECT Provider, Subject, AccountId, CreatedAt FROM ExternalLogin WHERE AccountId = @accountId ORDER BY Provider, Subject
;
SELECT Provider, Subject, AccountId, CreatedAt FROM ExternalLogin WHERE Provider = @provider AND Subject = @subject
;
SELECT Provider, Subject, CreatedAt FROM ExternalLogin WHERE AccountId = @id ORDER BY CreatedAt
;
SELECT Purpose, CreatedAt, ExpiresAt, UsedAt FROM OneTimeLink WHERE AccountId = @id ORDER BY CreatedAt
;
SELECT Reason, Value FROM DuplicateKey WHERE ItemId = @itemId
;
SELECT RegionCode AS GroupKey, Currency, SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Projects, SUM(AmountMinorUnits) AS AmountMinorUnits
  FROM InvestmentLine
 WHERE (@from IS NULL OR Day >= @from) AND (@to IS NULL OR Day <= @to) AND (@asOf IS NULL OR RecordedAt <= @asOf)
 GROUP BY RegionCode, Currency
HAVING SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) <> 0
 ORDER BY RegionCode, Currency
;
SELECT RequestKey FROM IdempotentAnswer WHERE At < @before ORDER BY At OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT RequestKey, RequestHash, Status, Headers, Body, About, At FROM IdempotentAnswer WHERE RequestKey = @requestKey
;
SELECT Revision, COALESCE(OrganisationId, PostedBy) AS OwnerId FROM Listing WHERE Id = @id AND State = 'published'
;
SELECT Revision, COALESCE(OrganisationId, PostedBy) AS OwnerId FROM Need WHERE Id = @id AND State = 'published'
;
SELECT SUBSTRING(CONVERT(nvarchar(10), Day, 120), 1, 7) AS GroupKey, Currency, SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Projects, SUM(AmountMinorUnits) AS AmountMinorUnits
  FROM InvestmentLine
 WHERE (@from IS NULL OR Day >= @from) AND (@to IS NULL OR Day <= @to) AND (@asOf IS NULL OR RecordedAt <= @asOf)
 GROUP BY SUBSTRING(CONVERT(nvarchar(10), Day, 120), 1, 7), Currency
HAVING SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) <> 0
 ORDER BY SUBSTRING(CONVERT(nvarchar(10), Day, 120), 1, 7), Currency
;
SELECT Seq FROM LedgerLine WHERE DealId = @id ORDER BY Seq
;
SELECT Seq, At FROM Event ORDER BY Seq OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Seq, At, ActorId, Action, Details FROM DealLog WHERE DealId = @id AND Seq = @Seq
;
SELECT Seq, At, ActorId, Action, Details FROM DealLog WHERE DealId = @id ORDER BY Seq
;
SELECT Seq, At, ActorId, Action, Details FROM EngagementLog WHERE EngagementId = @EngagementId AND Seq = @Revision
;
SELECT Seq, At, ActorId, Action, Details FROM EngagementLog WHERE EngagementId = @id AND Seq = @Seq
;
SELECT Seq, At, ActorId, Action, Details FROM EngagementLog WHERE EngagementId = @id ORDER BY Seq
;
SELECT Seq, At, ActorId, ActorKind, Via, Address, Action, Subject, SubjectId, Details, PreviousHash, Hash FROM AuditEntry ORDER BY Seq DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Seq, At, ActorId, ActorKind, Via, Address, Action, Subject, SubjectId, Details, PreviousHash, Hash FROM AuditEntry WHERE Seq > @after AND Seq <= @last ORDER BY Seq OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Seq, DealId, Kind, Day, Currency, AmountMinorUnits, TechnologyMinorUnits, Note, RecordedAt, RecordedBy, ReversesSeq FROM LedgerLine WHERE DealId IN @ids ORDER BY DealId, Seq
;
SELECT Seq, Hash, KeyId, Seal FROM AuditHead WHERE Id = 1
;
SELECT Seq, JobId, RowNumber, ColumnName, Severity, Code, MessageZh, MessageEn, RemedyZh, RemedyEn
  FROM ImportIssue WHERE JobId = @jobId AND Seq > @after ORDER BY Seq OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Seq, JobId, RowNumber, ColumnName, Severity, Code, MessageZh, MessageEn, RemedyZh, RemedyEn
  FROM ImportIssue WHERE JobId = @jobId AND Severity = 'error' ORDER BY Seq
;
SELECT Seq, Kind, Body FROM Event WHERE Seq > @seq AND (Kind <> 'notice' OR Seq IN (SELECT Seq FROM EventReader WHERE ReaderId = @AccountId AND Seq > @seq)) ORDER BY Seq OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT Seq, Kind, Body FROM Event WHERE Seq > @seq AND Seq IN (SELECT Seq FROM EventReader WHERE (ReaderId = @OrganisationId OR ReaderId = @AccountId) AND Seq > @seq) ORDER BY Seq OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT State, OrganisationId, PostedBy FROM ImportJob WHERE Id = @id
;
SELECT Status, At FROM IdempotentAnswer WHERE About = @id OR (RequestKey >= @from AND RequestKey < @to) ORDER BY At
;
SELECT Title FROM Deal WHERE Id = @id
;
SELECT Value FROM Counter WHERE Name = 'events'
;
SELECT Value FROM Counter WHERE Name = 'market'
;
SELECT a.Id AS AccountId, a.DisplayName, a.Roles, a.OrganisationId, a.IsApprover, k.Id AS ApiKeyId, 'apiKey' AS Via, k.Scope,
       k.ExpiresAt, k.LastUsedAt AS LastSeenAt
  FROM ApiKey k JOIN Account a ON a.Id = k.AccountId
 WHERE k.Hash = @hash AND k.ExpiresAt > @now AND k.RevokedAt IS NULL AND a.State = 'active'
;
SELECT a.Id AS AccountId, a.DisplayName, a.Roles, a.OrganisationId, a.IsApprover, s.Id AS SessionId, s.Kind AS Via,
       s.AccessExpiresAt AS ExpiresAt, s.LastSeenAt
  FROM LoginSession s JOIN Account a ON a.Id = s.AccountId
 WHERE s.AccessHash = @hash AND s.AccessExpiresAt > @now AND s.RevokedAt IS NULL AND a.State = 'active'
;
SELECT a.Id, a.DisplayName, a.CreatedAt, p.Revision, p.Level, p.Fields, p.Regions, p.Languages, p.Employer, p.Source, p.Capacity, p.UpdatedAt,
       (SELECT COUNT(*) FROM Engagement e WHERE e.ManagerId = a.Id AND e.State NOT IN ('closed', 'signed')) AS Live,
       (SELECT COUNT(*) FROM Engagement e WHERE e.ManagerId = a.Id AND e.State NOT IN ('closed', 'signed') AND e.AcceptBy IS NOT NULL) AS Pending,
       (SELECT MIN(s.Desk) FROM ManagerShift s WHERE s.AccountId = a.Id AND s.StartsAt <= @Now AND s.EndsAt > @Now) AS Desk,
       CASE WHEN EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = a.Id AND b.StartsAt <= @Now AND b.EndsAt > @Now) THEN 1 ELSE 0 END AS Away
  FROM Account a LEFT JOIN ManagerProfile p ON p.AccountId = a.Id
 WHERE a.State = 'active' AND a.Roles LIKE '%"manager"%' AND (@Id IS NULL OR a.Id = @Id)
   AND (@FieldPattern IS NULL OR p.Fields LIKE @FieldPattern ESCAPE '!') AND (@RegionPattern IS NULL OR p.Regions LIKE @RegionPattern ESCAPE '!')
   AND (@Level IS NULL OR COALESCE(p.Level, 'junior') = @Level)
   AND (@OnDuty = 0 OR (EXISTS (SELECT 1 FROM ManagerShift s WHERE s.AccountId = a.Id AND s.StartsAt <= @Now AND s.EndsAt > @Now)
        AND NOT EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = a.Id AND b.StartsAt <= @Now AND b.EndsAt > @Now)))
   AND (@Before IS NULL OR a.CreatedAt < @Before OR (a.CreatedAt = @Before AND a.Id < @BeforeId))
 ORDER BY a.CreatedAt DESC, a.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT a.Id, a.OrganisationId, o.CreditCode, p.Fields, p.Regions, p.Capacity,
       CASE WHEN EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = a.Id AND b.StartsAt <= @now AND b.EndsAt > @now) THEN 1 ELSE 0 END AS Away
  FROM Account a LEFT JOIN ManagerProfile p ON p.AccountId = a.Id LEFT JOIN Organisation o ON o.Id = a.OrganisationId
 WHERE a.State = 'active' AND a.Roles LIKE '%"manager"%'
;
SELECT d.Id AS DealId, p.OrganisationId, p.AccountId FROM Deal d LEFT JOIN DealParty p ON p.DealId = d.Id WHERE d.Id = @id
;
SELECT d.Id, d.Revision, d.State, d.EngagementId, d.FollowsDealId, d.CeremonyId, d.ManagerId, d.ContractType, d.SubType, d.Title, d.ContractNumber, d.Field, d.PriceMode,
d.Currency, d.AmountMinorUnits, d.TechnologyMinorUnits, d.PaymentPlan, d.Terms, d.SignedOn, d.StartsOn, d.EndsOn,
d.SellerRegion, d.SellerKind, d.BuyerRegion, d.BuyerKind, d.RegistrationNumber, d.RegisteredOn, d.RegistrationPlace,
d.RefusedOn, d.RefusalReason, d.EndedOn, d.EndReason, d.ReversedAt, d.ReversalReason, d.RecordedBy, d.DecidedBy, d.CreatedAt, d.UpdatedAt FROM Deal d
 WHERE (@All = 1 OR EXISTS (
           SELECT 1 FROM DealParty p WHERE p.DealId = d.Id AND (p.OrganisationId = @ReaderOrganisationId OR p.AccountId = @ReaderId)))
   AND (@State IS NULL OR d.State = @State)
   AND (@ContractType IS NULL OR d.ContractType = @ContractType)
   AND (@ManagerId IS NULL OR d.ManagerId = @ManagerId)
   AND (@OrganisationId IS NULL OR EXISTS (SELECT 1 FROM DealParty p WHERE p.DealId = d.Id AND p.OrganisationId = @OrganisationId))
   AND (@From IS NULL OR d.SignedOn >= @From)
   AND (@To IS NULL OR d.SignedOn <= @To)
   AND (@Before IS NULL OR d.CreatedAt < @Before OR (d.CreatedAt = @Before AND d.Id < @BeforeId))
 ORDER BY d.CreatedAt DESC, d.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT d.Id, d.Revision, d.State, d.EngagementId, d.FollowsDealId, d.CeremonyId, d.ManagerId, d.ContractType, d.SubType, d.Title, d.ContractNumber, d.Field, d.PriceMode,
d.Currency, d.AmountMinorUnits, d.TechnologyMinorUnits, d.PaymentPlan, d.Terms, d.SignedOn, d.StartsOn, d.EndsOn,
d.SellerRegion, d.SellerKind, d.BuyerRegion, d.BuyerKind, d.RegistrationNumber, d.RegisteredOn, d.RegistrationPlace,
d.RefusedOn, d.RefusalReason, d.EndedOn, d.EndReason, d.ReversedAt, d.ReversalReason, d.RecordedBy, d.DecidedBy, d.CreatedAt, d.UpdatedAt FROM Deal d WHERE d.EngagementId = @engagementId AND d.State NOT IN ('rejected', 'reversed') ORDER BY d.CreatedAt, d.Id
;
SELECT d.Id, d.Revision, d.State, d.EngagementId, d.FollowsDealId, d.CeremonyId, d.ManagerId, d.ContractType, d.SubType, d.Title, d.ContractNumber, d.Field, d.PriceMode,
d.Currency, d.AmountMinorUnits, d.TechnologyMinorUnits, d.PaymentPlan, d.Terms, d.SignedOn, d.StartsOn, d.EndsOn,
d.SellerRegion, d.SellerKind, d.BuyerRegion, d.BuyerKind, d.RegistrationNumber, d.RegisteredOn, d.RegistrationPlace,
d.RefusedOn, d.RefusalReason, d.EndedOn, d.EndReason, d.ReversedAt, d.ReversalReason, d.RecordedBy, d.DecidedBy, d.CreatedAt, d.UpdatedAt FROM Deal d WHERE d.Id = @id
;
SELECT d.Id, d.Side, d.AId, d.BId, d.Because, d.Shared, d.OwnerId, d.State, d.KeepId, d.Decision, d.Note, d.FoundAt, d.DecidedAt, d.DecidedBy FROM Duplicate d
 WHERE (d.OwnerId IN @Owners OR (NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.OrganisationId IN @Conflicted)
AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND (x.OrganisationId IN @Conflicted OR EXISTS (
    SELECT 1 FROM Engagement e JOIN Listing l ON l.Id = e.ListingId WHERE e.NeedId = x.Id AND l.OrganisationId IN @Conflicted))))) AND (d.State <> 'open' OR (
    NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'transferred', 'merged'))
    AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'satisfied', 'merged')))) AND (@State IS NULL OR d.State = @State) AND (@Side IS NULL OR d.Side = @Side)
   AND (@Before IS NULL OR d.FoundAt < @Before OR (d.FoundAt = @Before AND d.Id < @BeforeId))
 ORDER BY d.FoundAt DESC, d.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT d.Id, d.Side, d.AId, d.BId, d.Because, d.Shared, d.OwnerId, d.State, d.KeepId, d.Decision, d.Note, d.FoundAt, d.DecidedAt, d.DecidedBy FROM Duplicate d
 WHERE 1 = 1 AND (d.State <> 'open' OR (
    NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'transferred', 'merged'))
    AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'satisfied', 'merged')))) AND (@State IS NULL OR d.State = @State) AND (@Side IS NULL OR d.Side = @Side)
   AND (@Before IS NULL OR d.FoundAt < @Before OR (d.FoundAt = @Before AND d.Id < @BeforeId))
 ORDER BY d.FoundAt DESC, d.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT d.Id, d.Side, d.AId, d.BId, d.Because, d.Shared, d.OwnerId, d.State, d.KeepId, d.Decision, d.Note, d.FoundAt, d.DecidedAt, d.DecidedBy FROM Duplicate d
 WHERE d.OwnerId IN @Owners AND (d.State <> 'open' OR (
    NOT EXISTS (SELECT 1 FROM Listing x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'transferred', 'merged'))
    AND NOT EXISTS (SELECT 1 FROM Need x WHERE x.Id IN (d.AId, d.BId) AND x.State IN ('withdrawn', 'satisfied', 'merged')))) AND (@State IS NULL OR d.State = @State) AND (@Side IS NULL OR d.Side = @Side)
   AND (@Before IS NULL OR d.FoundAt < @Before OR (d.FoundAt = @Before AND d.Id < @BeforeId))
 ORDER BY d.FoundAt DESC, d.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT d.Id, d.Side, d.AId, d.BId, d.Because, d.Shared, d.OwnerId, d.State, d.KeepId, d.Decision, d.Note, d.FoundAt, d.DecidedAt, d.DecidedBy FROM Duplicate d WHERE d.AId = @itemId OR d.BId = @itemId
;
SELECT d.Id, d.Side, d.AId, d.BId, d.Because, d.Shared, d.OwnerId, d.State, d.KeepId, d.Decision, d.Note, d.FoundAt, d.DecidedAt, d.DecidedBy FROM Duplicate d WHERE d.Id = @id
;
SELECT d.Id, d.Title, d.ContractType, d.Currency, d.AmountMinorUnits, d.SignedOn
  FROM Deal d LEFT JOIN LedgerLine l ON l.DealId = d.Id AND l.Kind = 'signed' AND l.ReversesSeq IS NULL
 WHERE d.CeremonyId = @ceremonyId AND d.ReversedAt IS NULL ORDER BY l.Seq, d.CreatedAt, d.Id
;
SELECT d.ManagerId, l.Currency, SUM(CASE WHEN l.ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Lines, SUM(l.AmountMinorUnits) AS Amount
  FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId
 WHERE l.Kind = 'signed' AND l.Day >= @from AND l.Day <= @to AND d.ManagerId IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM CreditShare c WHERE c.EngagementId = d.EngagementId)
 GROUP BY d.ManagerId, l.Currency
;
SELECT e.Id FROM Engagement e
 WHERE e.AcceptBy IS NOT NULL AND e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed')
   AND (e.AcceptBy <= @now OR e.FrozenFor IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = e.ManagerId AND a.State = 'active' AND a.Roles LIKE '%"manager"%')
        OR EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = e.ManagerId AND b.StartsAt <= @now AND b.EndsAt > @now))
 ORDER BY e.AcceptBy, e.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT e.Id FROM Engagement e
 WHERE e.ManagerId IS NULL AND e.LoggedBy IS NOT NULL AND e.State <> 'closed' AND e.State <> 'signed' AND (e.State = 'mutual' OR EXISTS (SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action = 'dispatch'))
   AND NOT EXISTS (SELECT 1 FROM DispatchEscalation d WHERE d.EngagementId = e.Id)
 ORDER BY e.CreatedAt, e.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT e.Id FROM Engagement e
 WHERE e.ManagerId IS NULL AND e.LoggedBy IS NOT NULL AND e.State <> 'closed' AND e.State <> 'signed' AND EXISTS (SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action = 'dispatch')
   AND NOT EXISTS (SELECT 1 FROM DispatchEscalation d WHERE d.EngagementId = e.Id)
 ORDER BY e.CreatedAt, e.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT e.Id FROM Engagement e
 WHERE e.ManagerId IS NULL AND e.LoggedBy IS NULL AND e.State <> 'closed' AND e.State <> 'signed'
   AND NOT EXISTS (SELECT 1 FROM DispatchEscalation d WHERE d.EngagementId = e.Id)
 ORDER BY e.CreatedAt, e.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT e.Id, e.ListingId, l.Title, l.OrganisationId, o.Name AS OrganisationName, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityUntil
  FROM Engagement e JOIN Listing l ON l.Id = e.ListingId LEFT JOIN Organisation o ON o.Id = l.OrganisationId
 WHERE e.State = 'publicity' AND e.PublicityFrom <= @today AND e.PublicityUntil > @today
   AND (@before IS NULL OR e.PublicityFrom < @before OR (e.PublicityFrom = @before AND e.Id < @beforeId))
 ORDER BY e.PublicityFrom DESC, e.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT e.Id, e.ManagerId, l.Fields, e.CloseReason, e.ClosedBySide, e.CreatedAt, g.ListingInterestAt, g.NeedInterestAt,
       g.IntroducedAt, g.MetAt, g.NegotiatingAt, g.SignedAt, g.Signed, g.Reopened
  FROM Engagement e JOIN Listing l ON l.Id = e.ListingId
  JOIN (SELECT EngagementId,
               MIN(CASE WHEN Action = 'interest' AND Details LIKE '%"side":"listing"%' THEN At END) AS ListingInterestAt,
               MIN(CASE WHEN Action = 'interest' AND Details LIKE '%"side":"need"%' THEN At END) AS NeedInterestAt,
               MIN(CASE WHEN Action = 'introduce' THEN At END) AS IntroducedAt,
               MIN(CASE WHEN Action = 'meet' THEN At END) AS MetAt,
               MIN(CASE WHEN Action = 'negotiate' THEN At END) AS NegotiatingAt,
               MAX(CASE WHEN Action = 'sign' THEN At END) AS SignedAt,
               SUM(CASE Action WHEN 'sign' THEN 1 WHEN 'unsign' THEN -1 ELSE 0 END) AS Signed,
               SUM(CASE WHEN Action = 'reopen' THEN 1 ELSE 0 END) AS Reopened
          FROM EngagementLog
         WHERE EngagementId IN (SELECT Id FROM Engagement WHERE CreatedAt >= @From AND CreatedAt < @Before)
         GROUP BY EngagementId) g ON g.EngagementId = e.Id
 WHERE e.CreatedAt >= @From AND e.CreatedAt < @Before
;
SELECT e.Id, e.ManagerId, l.Fields, e.CloseReason, e.ClosedBySide, e.CreatedAt, g.ListingInterestAt, g.NeedInterestAt,
       g.IntroducedAt, g.MetAt, g.NegotiatingAt, g.SignedAt, g.Signed, g.Reopened
  FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Listing sl ON sl.Id = e.ListingId JOIN Need sn ON sn.Id = e.NeedId
  JOIN (SELECT EngagementId,
               MIN(CASE WHEN Action = 'interest' AND Details LIKE '%"side":"listing"%' THEN At END) AS ListingInterestAt,
               MIN(CASE WHEN Action = 'interest' AND Details LIKE '%"side":"need"%' THEN At END) AS NeedInterestAt,
               MIN(CASE WHEN Action = 'introduce' THEN At END) AS IntroducedAt,
               MIN(CASE WHEN Action = 'meet' THEN At END) AS MetAt,
               MIN(CASE WHEN Action = 'negotiate' THEN At END) AS NegotiatingAt,
               MAX(CASE WHEN Action = 'sign' THEN At END) AS SignedAt,
               SUM(CASE Action WHEN 'sign' THEN 1 WHEN 'unsign' THEN -1 ELSE 0 END) AS Signed,
               SUM(CASE WHEN Action = 'reopen' THEN 1 ELSE 0 END) AS Reopened
          FROM EngagementLog
         WHERE EngagementId IN (SELECT Id FROM Engagement WHERE CreatedAt >= @From AND CreatedAt < @Before)
         GROUP BY EngagementId) g ON g.EngagementId = e.Id
 WHERE e.CreatedAt >= @From AND e.CreatedAt < @Before AND (sl.OrganisationId IS NULL OR sl.OrganisationId NOT IN @Conflicted) AND (sn.OrganisationId IS NULL OR sn.OrganisationId NOT IN @Conflicted)
;
SELECT e.Id, e.Revision, e.ListingId, e.NeedId, e.State, e.ListingInterestAt, e.NeedInterestAt, e.IntroducedAt, e.ManagerId, e.AcceptBy, e.LoggedBy, e.Note,
e.PriceMode, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityDays, e.Outcome, e.OutcomeOn, e.FrozenFor,
e.CloseReason, e.CloseNote, e.ClosedBySide, e.CreatedAt, e.UpdatedAt FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Need n ON n.Id = e.NeedId
 WHERE (@All = 1
        OR (@ManagerId IS NOT NULL AND (e.ManagerId = @ManagerId OR e.ManagerId IS NULL))
        OR ((n.OrganisationId = @OrganisationId OR (n.OrganisationId IS NULL AND n.PostedBy = @AccountId)) AND (e.LoggedBy IS NOT NULL OR EXISTS (
     SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action IN ('interest', 'accept', 'handOver', 'introduce'))))
        OR ((l.OrganisationId = @OrganisationId OR (l.OrganisationId IS NULL AND l.PostedBy = @AccountId)) AND ((e.LoggedBy IS NOT NULL OR EXISTS (
     SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action IN ('interest', 'accept', 'handOver', 'introduce'))) AND (n.Visibility <> 'private' OR EXISTS (
     SELECT 1 FROM Disclosure d WHERE d.NeedId = e.NeedId AND (d.ToOrganisationId = @OrganisationId OR d.ToAccountId = @AccountId))))))
   AND (@AsBroker = 0
        OR ((l.OrganisationId IS NULL OR l.OrganisationId NOT IN @Conflicted)
            AND (n.OrganisationId IS NULL OR n.OrganisationId NOT IN @Conflicted)
            AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)))
   AND (@State IS NULL OR e.State = @State)
   AND (@Escalated = 0 OR (e.ManagerId IS NULL AND e.State <> 'closed' AND EXISTS (SELECT 1 FROM DispatchEscalation x WHERE x.EngagementId = e.Id)))
   AND (@UncoveredAt IS NULL OR (e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed') AND (
        NOT EXISTS (SELECT 1 FROM Account a WHERE a.Id = e.ManagerId AND a.State = 'active' AND a.Roles LIKE '%"manager"%')
        OR EXISTS (SELECT 1 FROM ManagerAbsence b WHERE b.AccountId = e.ManagerId AND b.StartsAt <= @UncoveredAt AND b.EndsAt > @UncoveredAt))))
   AND (@Before IS NULL OR e.CreatedAt < @Before OR (e.CreatedAt = @Before AND e.Id < @BeforeId))
 ORDER BY e.CreatedAt DESC, e.Id DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT e.Id, e.Revision, e.ListingId, e.NeedId, e.State, e.ListingInterestAt, e.NeedInterestAt, e.IntroducedAt, e.ManagerId, e.AcceptBy, e.LoggedBy, e.Note,
e.PriceMode, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityDays, e.Outcome, e.OutcomeOn, e.FrozenFor,
e.CloseReason, e.CloseNote, e.ClosedBySide, e.CreatedAt, e.UpdatedAt FROM Engagement e WHERE e.Id = @id
;
SELECT e.Id, e.Revision, e.ListingId, e.NeedId, e.State, e.ListingInterestAt, e.NeedInterestAt, e.IntroducedAt, e.ManagerId, e.AcceptBy, e.LoggedBy, e.Note,
e.PriceMode, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityDays, e.Outcome, e.OutcomeOn, e.FrozenFor,
e.CloseReason, e.CloseNote, e.ClosedBySide, e.CreatedAt, e.UpdatedAt FROM Engagement e WHERE e.ListingId = @itemId AND e.State <> 'closed'
;
SELECT e.Id, e.Revision, e.ListingId, e.NeedId, e.State, e.ListingInterestAt, e.NeedInterestAt, e.IntroducedAt, e.ManagerId, e.AcceptBy, e.LoggedBy, e.Note,
e.PriceMode, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityDays, e.Outcome, e.OutcomeOn, e.FrozenFor,
e.CloseReason, e.CloseNote, e.ClosedBySide, e.CreatedAt, e.UpdatedAt FROM Engagement e WHERE e.ManagerId = @managerId AND e.State <> 'closed' AND e.FrozenFor IS NULL ORDER BY e.CreatedAt, e.Id
;
SELECT e.Id, e.Revision, e.ListingId, e.NeedId, e.State, e.ListingInterestAt, e.NeedInterestAt, e.IntroducedAt, e.ManagerId, e.AcceptBy, e.LoggedBy, e.Note,
e.PriceMode, e.PriceCurrency, e.PriceMinorUnits, e.PublicityFrom, e.PublicityDays, e.Outcome, e.OutcomeOn, e.FrozenFor,
e.CloseReason, e.CloseNote, e.ClosedBySide, e.CreatedAt, e.UpdatedAt FROM Engagement e WHERE e.NeedId = @itemId AND e.State <> 'closed'
;
SELECT e.Id, l.Fields AS ListingFields, n.Fields AS NeedFields, l.RegionCode AS ListingRegion, n.RegionCode AS NeedRegion,
       l.OrganisationId AS ListingOrganisationId, lo.CreditCode AS ListingCreditCode,
       n.OrganisationId AS NeedOrganisationId, nd.CreditCode AS NeedCreditCode,
       COALESCE((SELECT MAX(m.Level) FROM Match m WHERE m.ListingId = e.ListingId AND m.NeedId = e.NeedId), 1) AS Level,
       (SELECT COUNT(*) FROM DispatchEscalation d WHERE d.EngagementId = e.Id) AS Escalations,
       CASE WHEN EXISTS (SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action = 'dispatch') THEN 1 ELSE 0 END AS WasDispatched
  FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Need n ON n.Id = e.NeedId
  LEFT JOIN Organisation lo ON lo.Id = l.OrganisationId LEFT JOIN Organisation nd ON nd.Id = n.OrganisationId
 WHERE e.Id IN @texts
;
SELECT e.ManagerId,
       COUNT(DISTINCT CASE WHEN (g.Action IN ('log', 'accept') AND g.ActorId = e.ManagerId)
                             OR (g.Action = 'handOver' AND g.Details LIKE CONCAT('%"managerId":"', LOWER(CONVERT(nvarchar(36), e.ManagerId)), '"%')) THEN e.Id END) AS Taken,
       COUNT(DISTINCT CASE WHEN g.Action IN ('close', 'decline') THEN e.Id END) AS Closed,
       SUM(CASE g.Action WHEN 'sign' THEN 1 WHEN 'unsign' THEN -1 ELSE 0 END) AS Signed
  FROM EngagementLog g JOIN Engagement e ON e.Id = g.EngagementId
 WHERE g.At >= @From AND g.At < @Before AND e.ManagerId IS NOT NULL
   AND g.Action IN ('log', 'accept', 'handOver', 'close', 'decline', 'sign', 'unsign')
 GROUP BY e.ManagerId
;
SELECT e.ManagerId,
       COUNT(DISTINCT CASE WHEN (g.Action IN ('log', 'accept') AND g.ActorId = e.ManagerId)
                             OR (g.Action = 'handOver' AND g.Details LIKE CONCAT('%"managerId":"', LOWER(CONVERT(nvarchar(36), e.ManagerId)), '"%')) THEN e.Id END) AS Taken,
       COUNT(DISTINCT CASE WHEN g.Action IN ('close', 'decline') THEN e.Id END) AS Closed,
       SUM(CASE g.Action WHEN 'sign' THEN 1 WHEN 'unsign' THEN -1 ELSE 0 END) AS Signed
  FROM EngagementLog g JOIN Engagement e ON e.Id = g.EngagementId JOIN Listing sl ON sl.Id = e.ListingId JOIN Need sn ON sn.Id = e.NeedId
 WHERE g.At >= @From AND g.At < @Before AND e.ManagerId IS NOT NULL
   AND g.Action IN ('log', 'accept', 'handOver', 'close', 'decline', 'sign', 'unsign') AND (sl.OrganisationId IS NULL OR sl.OrganisationId NOT IN @Conflicted) AND (sn.OrganisationId IS NULL OR sn.OrganisationId NOT IN @Conflicted)
 GROUP BY e.ManagerId
;
SELECT e.ManagerId, COUNT(*) AS Number FROM Engagement e
 WHERE e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed')
 GROUP BY e.ManagerId
;
SELECT e.ManagerId, COUNT(*) AS Number FROM Engagement e JOIN Listing sl ON sl.Id = e.ListingId JOIN Need sn ON sn.Id = e.NeedId
 WHERE e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed') AND (sl.OrganisationId IS NULL OR sl.OrganisationId NOT IN @Conflicted) AND (sn.OrganisationId IS NULL OR sn.OrganisationId NOT IN @Conflicted)
 GROUP BY e.ManagerId
;
SELECT e.ManagerId, e.CreatedAt, MIN(g.At) AS At FROM EngagementLog g JOIN Engagement e ON e.Id = g.EngagementId
 WHERE g.At >= @From AND g.At < @Before AND e.ManagerId IS NOT NULL AND g.Action = 'introduce'
 GROUP BY e.Id, e.ManagerId, e.CreatedAt
;
SELECT e.ManagerId, e.CreatedAt, MIN(g.At) AS At FROM EngagementLog g JOIN Engagement e ON e.Id = g.EngagementId JOIN Listing sl ON sl.Id = e.ListingId JOIN Need sn ON sn.Id = e.NeedId
 WHERE g.At >= @From AND g.At < @Before AND e.ManagerId IS NOT NULL AND g.Action = 'introduce' AND (sl.OrganisationId IS NULL OR sl.OrganisationId NOT IN @Conflicted) AND (sn.OrganisationId IS NULL OR sn.OrganisationId NOT IN @Conflicted)
 GROUP BY e.Id, e.ManagerId, e.CreatedAt
;
SELECT h.Seq, h.Hash, h.KeyId, h.Seal, e.Last FROM (SELECT MAX(Seq) AS Last FROM AuditEntry) e LEFT JOIN AuditHead h ON h.Id = 1
;
SELECT i.Id, i.Title, i.Currency, i.AmountMinorUnits, i.Investors, i.Recipient, i.RegionCode, i.Industry, i.SignedOn, i.ParkOrganisationId, i.CeremonyId, i.Note, i.RecordedBy, i.CreatedAt, i.ReversedAt, i.ReversedBy, i.ReversalReason
  FROM Investment i JOIN InvestmentLine l ON l.InvestmentId = i.Id AND l.ReversesSeq IS NULL
 WHERE i.CeremonyId = @ceremonyId AND i.ReversedAt IS NULL ORDER BY l.Seq
;
SELECT l.OrganisationId AS ListingOrganisationId, l.PostedBy AS ListingPostedBy, lo.CreditCode AS ListingCreditCode,
       n.OrganisationId AS NeedOrganisationId, n.PostedBy AS NeedPostedBy, nd.CreditCode AS NeedCreditCode,
       n.Visibility AS NeedVisibility
  FROM Listing l CROSS JOIN Need n
  LEFT JOIN Organisation lo ON lo.Id = l.OrganisationId
  LEFT JOIN Organisation nd ON nd.Id = n.OrganisationId
 WHERE l.Id = @listingId AND n.Id = @needId
;
SELECT l.Seq, l.Currency, l.AmountMinorUnits AS Amount, CASE WHEN l.ReversesSeq IS NULL THEN 1 ELSE -1 END AS Lines, c.ManagerId, c.BasisPoints
  FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId JOIN CreditShare c ON c.EngagementId = d.EngagementId
 WHERE l.Kind = 'signed' AND l.Day >= @from AND l.Day <= @to
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, 
       COALESCE(l.OrganisationId, l.PostedBy) AS ListingOwnerId, COALESCE(n.OrganisationId, n.PostedBy) AS NeedOwnerId,
       n.Visibility AS NeedVisibility
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.ListingId = @id AND m.Level >= @level AND m.ProposedAt IS NULL
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, 
       COALESCE(l.OrganisationId, l.PostedBy) AS ListingOwnerId, COALESCE(n.OrganisationId, n.PostedBy) AS NeedOwnerId,
       n.Visibility AS NeedVisibility
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.ListingId = @id AND m.Level >= @level AND m.ProposedAt IS NULL
 ORDER BY m.Score DESC, m.Id
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, 
       COALESCE(l.OrganisationId, l.PostedBy) AS ListingOwnerId, COALESCE(n.OrganisationId, n.PostedBy) AS NeedOwnerId,
       n.Visibility AS NeedVisibility
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.NeedId = @id AND m.Level >= @level AND m.ProposedAt IS NULL
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, 
       COALESCE(l.OrganisationId, l.PostedBy) AS ListingOwnerId, COALESCE(n.OrganisationId, n.PostedBy) AS NeedOwnerId,
       n.Visibility AS NeedVisibility
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.NeedId = @id AND m.Level >= @level AND m.ProposedAt IS NULL
 ORDER BY m.Score DESC, m.Id
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, m.Score, m.Level, m.Contributions, m.EngineVersion,
       m.ScoredAt, l.Title AS ListingTitle, n.Title AS NeedTitle
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.ListingId = @id AND m.Level >= @minLevel
   AND (@afterId IS NULL OR m.Score < @afterScore OR (m.Score = @afterScore AND m.Id > @afterId))
 ORDER BY m.Score DESC, m.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, m.Score, m.Level, m.Contributions, m.EngineVersion,
       m.ScoredAt, l.Title AS ListingTitle, n.Title AS NeedTitle
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.ListingId = @id AND m.Level >= @minLevel AND (n.Visibility = 'open' OR (n.OrganisationId = @ReaderOrganisationId OR (n.OrganisationId IS NULL AND n.PostedBy = @ReaderAccountId)) OR EXISTS (
     SELECT 1 FROM Disclosure d WHERE d.NeedId = n.Id AND (d.ToOrganisationId = @ReaderOrganisationId OR d.ToAccountId = @ReaderAccountId)))
   AND (@afterId IS NULL OR m.Score < @afterScore OR (m.Score = @afterScore AND m.Id > @afterId))
 ORDER BY m.Score DESC, m.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.Id, m.ListingId, m.NeedId, m.ListingRevision, m.NeedRevision, m.Score, m.Level, m.Contributions, m.EngineVersion,
       m.ScoredAt, l.Title AS ListingTitle, n.Title AS NeedTitle
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.Revision = m.ListingRevision AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.Revision = m.NeedRevision AND n.State = 'published' AND n.Matched = 1
 WHERE m.NeedId = @id AND m.Level >= @minLevel
   AND (@afterId IS NULL OR m.Score < @afterScore OR (m.Score = @afterScore AND m.Id > @afterId))
 ORDER BY m.Score DESC, m.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.ListingId FROM Match m JOIN Need n ON n.Id = m.NeedId WHERE m.NeedId = @id AND m.NeedRevision <> n.Revision
;
SELECT m.ListingId, m.NeedId, m.Score
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
 WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) < @maxPerItem
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.ListingId = m.ListingId AND CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END) < @maxPerItem
   AND m.Level = 4 AND m.ProposedAt IS NOT NULL
   AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)
 ORDER BY m.Score DESC, m.ListingId, m.NeedId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.ListingId, m.NeedId, m.Score
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
 WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) < @maxPerItem
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.ListingId = m.ListingId AND CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END) < @maxPerItem
   AND m.Level >= @minLevel AND m.ProposedAt IS NOT NULL
   AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)
 ORDER BY m.Score DESC, m.ListingId, m.NeedId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.ListingId, m.NeedId, m.Score
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
 WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) < @maxPerItem
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.ListingId = m.ListingId AND CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END) < @maxPerItem
   AND m.ListingId = @listingId AND m.NeedId = @needId AND m.Level >= @minLevel
;
SELECT m.ListingId, m.NeedId, m.Score
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
 WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) < @perNeed
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.ListingId = m.ListingId AND CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END) < @perListing
   AND m.Level = 4 AND m.ProposedAt IS NOT NULL
   AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)
 ORDER BY CASE WHEN (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) = 0 THEN 0 ELSE 1 END, m.Score DESC, m.ListingId, m.NeedId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.ListingId, m.NeedId, m.Score
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
 WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) < @perNeed
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.ListingId = m.ListingId AND CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END) < @perListing
   AND m.Level >= @minLevel AND m.ProposedAt IS NOT NULL
   AND (l.OrganisationId IS NULL OR n.OrganisationId IS NULL OR l.OrganisationId <> n.OrganisationId)
 ORDER BY CASE WHEN (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) = 0 THEN 0 ELSE 1 END, m.Score DESC, m.ListingId, m.NeedId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT m.ListingId, m.NeedId, m.Score
  FROM Match m
  JOIN Listing l ON l.Id = m.ListingId AND l.State = 'published' AND l.Matched = 1
  JOIN Need n ON n.Id = m.NeedId AND n.State = 'published' AND n.Matched = 1
 WHERE NOT EXISTS (SELECT 1 FROM Engagement e WHERE e.ListingId = m.ListingId AND e.NeedId = m.NeedId)
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.NeedId = m.NeedId) < @perNeed
   AND (SELECT COUNT(*) FROM Engagement e JOIN Need x ON x.Id = e.NeedId WHERE e.LoggedBy IS NULL AND e.State IN ('proposed', 'interested') AND e.ListingId = m.ListingId AND CASE WHEN x.Visibility = 'open' THEN 1 ELSE 0 END = CASE WHEN n.Visibility = 'open' THEN 1 ELSE 0 END) < @perListing
   AND m.ListingId = @listingId AND m.NeedId = @needId AND m.Level >= @minLevel
;
SELECT m.NeedId FROM Match m JOIN Listing l ON l.Id = m.ListingId WHERE m.ListingId = @id AND m.ListingRevision <> l.Revision
;
SELECT n.Id FROM Need n WHERE n.State = 'published' AND n.Matched = 1 AND n.Visibility <> 'open' AND (n.Visibility = 'open' OR (n.OrganisationId = @ReaderOrganisationId OR (n.OrganisationId IS NULL AND n.PostedBy = @ReaderAccountId)) OR EXISTS (
     SELECT 1 FROM Disclosure d WHERE d.NeedId = n.Id AND (d.ToOrganisationId = @ReaderOrganisationId OR d.ToAccountId = @ReaderAccountId)))
;
SELECT n.Id, CASE WHEN n.OrganisationId IS NULL OR n.OrganisationId = a.OrganisationId THEN n.Title END AS Title, n.State, n.OrganisationId, n.Matched, n.CreatedAt
  FROM Need n JOIN Account a ON a.Id = n.PostedBy WHERE n.PostedBy = @id ORDER BY n.CreatedAt
;
SELECT o.ApprovesListings AS Asked,
       (SELECT COUNT(*) FROM Account a WHERE a.Id = @accountId AND a.OrganisationId = o.Id AND a.IsApprover = 1 AND a.State = 'active') AS Approvers
  FROM Organisation o WHERE o.Id = @organisationId
;
SELECT p.DealId, p.Side, p.Name FROM DealParty p JOIN Deal d ON d.Id = p.DealId WHERE d.CeremonyId = @ceremonyId ORDER BY p.DealId, p.Ordinal
;
SELECT p.Id, p.ListingId, p.Sha256 FROM ListingPicture p JOIN Listing l ON l.Id = p.ListingId
 WHERE p.RemovedAt < @before OR (l.State IN ('withdrawn', 'transferred') AND l.UpdatedAt < @before)
 ORDER BY p.UploadedAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT r.ListingId, r.PitchZh, r.PitchEn, r.Since, l.Title, l.Summary, l.Fields, l.Trl, l.RegionCode, l.OrganisationId, o.Name AS OrganisationName,
       p.Format, p.Width, p.Height, p.Sha256
  FROM FirstRelease r
  JOIN Listing l ON l.Id = r.ListingId
  LEFT JOIN Organisation o ON o.Id = l.OrganisationId
  LEFT JOIN ListingPicture p ON p.ListingId = r.ListingId AND p.RemovedAt IS NULL
 WHERE r.EndedOn IS NULL AND r.Since <= @today AND l.State = 'published' AND l.MergedInto IS NULL
   AND (@since IS NULL OR r.Since < @since OR (r.Since = @since AND r.ListingId < @listingId))
 ORDER BY r.Since DESC, r.ListingId DESC OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT s.Id FROM LoginSession s
 WHERE (s.EndsAt < @before OR s.RevokedAt < @before) AND NOT EXISTS (SELECT 1 FROM SpentRefreshToken t WHERE t.SessionId = s.Id)
 ORDER BY s.EndsAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT t.Hash FROM SpentRefreshToken t JOIN LoginSession s ON s.Id = t.SessionId WHERE s.EndsAt < @before OR s.RevokedAt < @before ORDER BY t.Hash OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT x.Fields, COUNT(*) AS Number, SUM(x.Idle) AS Idle
  FROM (SELECT Need.Fields, CASE WHEN EXISTS (
               SELECT 1 FROM Match m JOIN Listing l ON l.Id = m.ListingId
                WHERE m.NeedId = Need.Id AND m.Level >= @StrongLevel AND l.State = 'published') THEN 0 ELSE 1 END AS Idle
          FROM Need WHERE State = 'published' AND (State = 'published' AND Visibility = 'open' OR OrganisationId IS NULL OR OrganisationId NOT IN @ReaderBarred)) x
 GROUP BY x.Fields
;
SELECT x.Fields, COUNT(*) AS Number, SUM(x.Idle) AS Idle
  FROM (SELECT Need.Fields, CASE WHEN EXISTS (
               SELECT 1 FROM Match m JOIN Listing l ON l.Id = m.ListingId
                WHERE m.NeedId = Need.Id AND m.Level >= @StrongLevel AND l.State = 'published') THEN 0 ELSE 1 END AS Idle
          FROM Need WHERE State = 'published') x
 GROUP BY x.Fields
;
SELECT x.Fields, COUNT(*) AS Number, SUM(x.Idle) AS Idle
  FROM (SELECT l.Fields, CASE WHEN EXISTS (
               SELECT 1 FROM Engagement e JOIN Need n ON n.Id = e.NeedId WHERE e.ListingId = l.Id AND e.State <> 'closed'
                  AND (l.OrganisationId IS NULL OR l.OrganisationId NOT IN @conflicted) AND (n.OrganisationId IS NULL OR n.OrganisationId NOT IN @conflicted)
               ) THEN 0 ELSE 1 END AS Idle
          FROM Listing l WHERE l.State = 'published') x
 GROUP BY x.Fields
;
SELECT x.Fields, COUNT(*) AS Number, SUM(x.Idle) AS Idle
  FROM (SELECT l.Fields, CASE WHEN EXISTS (
               SELECT 1 FROM Engagement e WHERE e.ListingId = l.Id AND e.State <> 'closed'
                  
               ) THEN 0 ELSE 1 END AS Idle
          FROM Listing l WHERE l.State = 'published') x
 GROUP BY x.Fields
;
SELECT x.Id FROM Listing x
 WHERE x.Id > @after AND NOT EXISTS (SELECT 1 FROM DuplicateKey k WHERE k.ItemId = x.Id)
 ORDER BY x.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT x.Id FROM Need x
 WHERE x.Id > @after AND NOT EXISTS (SELECT 1 FROM DuplicateKey k WHERE k.ItemId = x.Id)
 ORDER BY x.Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT x.Id, COALESCE(x.OrganisationId, x.PostedBy) AS OwnerId, x.CreatedAt
  FROM DuplicateKey k JOIN Listing x ON x.Id = k.ItemId
 WHERE k.Side = @side AND k.Value = @Value AND k.ItemId <> @Id AND x.State NOT IN ('withdrawn', 'transferred', 'satisfied', 'merged')
 ORDER BY k.ItemId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT x.Id, COALESCE(x.OrganisationId, x.PostedBy) AS OwnerId, x.CreatedAt
  FROM DuplicateKey k JOIN Need x ON x.Id = k.ItemId
 WHERE k.Side = @side AND k.Value = @Value AND k.ItemId <> @Id AND x.State NOT IN ('withdrawn', 'transferred', 'satisfied', 'merged')
 ORDER BY k.ItemId OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
SELECT x.Id, x.State, COALESCE(x.OrganisationId, x.PostedBy) AS OwnerId, x.CreatedAt
  FROM DuplicateKey k JOIN Listing x ON x.Id = k.ItemId
  LEFT JOIN Duplicate d ON (d.AId = x.Id AND d.BId = @Id) OR (d.AId = @Id AND d.BId = x.Id)
 WHERE k.Side = 'listing' AND k.Value = @Value AND k.ItemId <> @Id AND (COALESCE(x.OrganisationId, x.PostedBy) <> @OwnerId OR (COALESCE(x.OrganisationId, x.PostedBy) IS NULL AND @OwnerId IS NOT NULL)
    OR (COALESCE(x.OrganisationId, x.PostedBy) IS NOT NULL AND @OwnerId IS NULL))
   AND ((d.State = 'resolved' AND ((d.Decision = 'a' AND d.AId = x.Id) OR (d.Decision = 'b' AND d.BId = x.Id)))
     OR (x.State IN ('submitted', 'published', 'suspended', 'reserved') AND (d.State IS NULL OR d.State NOT IN ('dismissed', 'resolved'))))
 ORDER BY CASE x.State WHEN 'published' THEN 0 ELSE 1 END, x.CreatedAt OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
;
UPDATE Account
   SET FailedSignIns = CASE WHEN FailedSignIns + 1 >= @lockAfter THEN 0 ELSE FailedSignIns + 1 END,
       LockedUntil = CASE WHEN FailedSignIns + 1 >= @lockAfter THEN @lockUntil ELSE LockedUntil END
 WHERE Id = @id
;
UPDATE Account
   SET Revision = Revision + 1, Email = @Email, NormalizedEmail = @NormalizedEmail, DisplayName = @DisplayName,
       PasswordHash = @PasswordHash, SecurityStamp = @SecurityStamp, Roles = @Roles, OrganisationId = @OrganisationId,
       IsApprover = @IsApprover, State = @State, AuthenticatorKey = @AuthenticatorKey, SecondFactor = @SecondFactor,
       MatchingObjected = @MatchingObjected, UpdatedAt = @UpdatedAt
 WHERE Id = @Id AND Revision = @Revision
;
UPDATE Account
   SET Revision = Revision + 1, Email = @Email, NormalizedEmail = @NormalizedEmail, DisplayName = @DisplayName, PasswordHash = NULL,
       SecurityStamp = @SecurityStamp, Roles = '[]', OrganisationId = NULL, IsApprover = 0, State = 'deleted', FailedSignIns = 0,
       LockedUntil = NULL, AuthenticatorKey = NULL, SecondFactor = 0, LastTotpStep = 0, MatchingObjected = 0, UpdatedAt = @now,
       LastSignInAt = NULL
 WHERE Id = @Id
;
UPDATE Account SET FailedSignIns = 0, LockedUntil = NULL WHERE Id = @id
;
UPDATE Account SET FailedSignIns = 0, LockedUntil = NULL, LastSignInAt = @now WHERE Id = @id
;
UPDATE Account SET LastTotpStep = @step WHERE Id = @id AND LastTotpStep < @step
;
UPDATE ApiKey SET LastUsedAt = @now WHERE Id = @id
;
UPDATE ApiKey SET RevokedAt = @now WHERE Id = @id AND AccountId = @accountId AND RevokedAt IS NULL
;
UPDATE AuditHead SET Seq = @Seq, Hash = @Hash, KeyId = @KeyId, Seal = @Seal
;
UPDATE ConflictDeclaration SET Note = NULL, WithdrawnAt = COALESCE(WithdrawnAt, @now) WHERE AccountId = @Id
;
UPDATE ConflictDeclaration SET WithdrawnAt = @WithdrawnAt WHERE Id = @Id AND WithdrawnAt IS NULL
;
UPDATE Counter SET Value = Value + @count OUTPUT inserted.Value WHERE Name = @name
;
UPDATE Deal
   SET Revision = @Revision, State = @State, RegistrationNumber = @RegistrationNumber, RegisteredOn = @RegisteredOn, RegistrationPlace = @RegistrationPlace,
       RefusedOn = @RefusedOn, RefusalReason = @RefusalReason, EndedOn = @EndedOn, EndReason = @EndReason, ReversedAt = @ReversedAt,
       ReversalReason = @ReversalReason, DecidedBy = @DecidedBy, UpdatedAt = @UpdatedAt
 WHERE Id = @Id AND Revision = @Revision - 1
;
UPDATE Delivery SET LeaseUntil = @until, Attempts = Attempts + 1 WHERE Id = @Id
;
UPDATE Delivery SET LeaseUntil = @until, Attempts = Attempts + 1 WHERE Id = @Id AND State = 'waiting' AND Attempts = @Attempts AND (LeaseUntil IS NULL OR LeaseUntil <= @now)
;
UPDATE Delivery SET State = 'dropped', NextAttemptAt = NULL, LeaseUntil = NULL, FinishedAt = @now WHERE WebhookId = @id AND State = 'waiting'
;
UPDATE Delivery SET State = 'waiting', Attempts = 0, NextAttemptAt = @now, LeaseUntil = NULL, FinishedAt = NULL WHERE Id = @Id
;
UPDATE Delivery SET State = @state, LastFault = @fault, NextAttemptAt = @nextAttemptAt, LeaseUntil = NULL, FinishedAt = @finishedAt
 WHERE Id = @Id AND State = 'waiting' AND LeaseUntil = @LeaseUntil
;
UPDATE Delivery SET State = @state, LastFault = @fault, NextAttemptAt = @nextAttemptAt, LeaseUntil = NULL, FinishedAt = @finishedAt
 WHERE Id = @Id AND State = 'waiting' AND LeaseUntil = @LeaseUntil AND Attempts = @Attempts
;
UPDATE Duplicate SET Because = @Because, Shared = @Shared, State = @State, KeepId = @KeepId, Decision = @Decision, Note = @Note,
       DecidedAt = @DecidedAt, DecidedBy = @DecidedBy
 WHERE Id = @Id
;
UPDATE Engagement
   SET Revision = @Revision, ListingId = @ListingId, NeedId = @NeedId, State = @State, ListingInterestAt = @ListingInterestAt,
       NeedInterestAt = @NeedInterestAt, IntroducedAt = @IntroducedAt, ManagerId = @ManagerId, AcceptBy = @AcceptBy, LoggedBy = @LoggedBy, Note = @Note, PriceMode = @PriceMode,
       PriceCurrency = @PriceCurrency, PriceMinorUnits = @PriceMinorUnits, PublicityFrom = @PublicityFrom, PublicityDays = @PublicityDays,
       PublicityUntil = @PublicityUntil, Outcome = @Outcome, OutcomeOn = @OutcomeOn, FrozenFor = @FrozenFor, CloseReason = @CloseReason, CloseNote = @CloseNote,
       ClosedBySide = @ClosedBySide, UpdatedAt = @UpdatedAt
 WHERE Id = @Id AND Revision = @Revision - 1
;
UPDATE Evidence SET WithdrawnAt = @WithdrawnAt, WithdrawnBy = @WithdrawnBy, WithdrawnReason = @WithdrawnReason WHERE Id = @Id AND WithdrawnAt IS NULL
;
UPDATE FirstRelease SET Revision = @Revision, PitchZh = @PitchZh, PitchEn = @PitchEn, Since = @Since, EndedOn = @EndedOn, UpdatedAt = @UpdatedAt
 WHERE ListingId = @ListingId
;
UPDATE ImportJob
   SET State = @State, Rows = @Rows, Processed = @Processed, Created = @Created, Updated = @Updated, Unchanged = @Unchanged,
       Rejected = @Rejected, Failure = @Failure, FinishedAt = @FinishedAt
 WHERE Id = @Id
;
UPDATE ImportJob SET PrunedAt = @now WHERE Id = @jobId
;
UPDATE Investment SET ReversedAt = @ReversedAt, ReversedBy = @ReversedBy, ReversalReason = @ReversalReason WHERE Id = @Id
;
UPDATE Lease SET Holder = @holder, Fence = Fence + 1, Until = @until WHERE Name = @name AND Until <= @now
;
UPDATE Lease SET Until = @now WHERE Name = @Name AND Holder = @Holder AND Fence = @Fence AND Until > @now
;
UPDATE Lease SET Until = @until WHERE Name = @Name AND Holder = @Holder AND Fence = @Fence AND Until > @now
;
UPDATE Listing
   SET Revision = @Revision, State = @State, ContentHash = @ContentHash, Title = @Title, Summary = @Summary,
       Description = @Description, Keywords = @Keywords, Fields = @Fields, Trl = @Trl, Ip = @Ip,
       CooperationModes = @CooperationModes, RegionCode = @RegionCode, AskingPriceCurrency = @AskingPriceCurrency,
       AskingPriceMinorUnits = @AskingPriceMinorUnits, Language = @Language, UpdatedAt = @UpdatedAt,
       PublishedAt = @PublishedAt, ExpiresOn = @ExpiresOn, Matched = @Matched, ReturnReason = @ReturnReason,
       MergedInto = @MergedInto, MergedState = @MergedState
 WHERE Id = @Id AND Revision = @Revision - 1
;
UPDATE Listing SET ChangeSeq = @seq WHERE Id = @ItemId
;
UPDATE ListingPicture SET RemovedAt = @now WHERE ListingId = @listingId AND RemovedAt IS NULL
;
UPDATE LoginSession
   SET LastSeenAt = @now,
       AccessExpiresAt = CASE WHEN Kind <> 'browser' THEN AccessExpiresAt WHEN EndsAt < @expiresAt THEN EndsAt ELSE @expiresAt END
 WHERE Id = @id
;
UPDATE LoginSession SET AccessHash = @accessHash, AccessExpiresAt = @accessExpiresAt, RefreshHash = @refreshHash, LastSeenAt = @now WHERE Id = @Id
;
UPDATE LoginSession SET Address = NULL, UserAgent = NULL WHERE Id IN @keys
;
UPDATE LoginSession SET RevokedAt = @now, RevokedBecause = @because WHERE AccountId = @accountId AND RevokedAt IS NULL AND (@except IS NULL OR Id <> @except)
;
UPDATE LoginSession SET RevokedAt = @now, RevokedBecause = @because WHERE Id = @id AND RevokedAt IS NULL
;
UPDATE ManagerProfile
   SET Revision = @Revision, Level = @Level, Fields = @Fields, Regions = @Regions, Languages = @Languages, Employer = @Employer,
       Source = @Source, Capacity = @Capacity, UpdatedAt = @UpdatedAt
 WHERE AccountId = @ManagerId AND Revision = @Revision - 1
;
UPDATE Match SET ProposedAt = @now WHERE ListingId = @ListingId AND NeedId = @NeedId
;
UPDATE Meeting
   SET State = @State, StartsAt = @StartsAt, EndsAt = @EndsAt, Place = @Place, Agenda = @Agenda, Note = @Note, Outcome = @Outcome,
       Shared = @Shared, CancelReason = @CancelReason, Sequence = @Sequence, UpdatedAt = @UpdatedAt
 WHERE Id = @Id
;
UPDATE Meeting SET State = 'cancelled', Sequence = Sequence + 1, UpdatedAt = @now WHERE EngagementId = @engagementId AND State = 'planned'
;
UPDATE Need
   SET Revision = @Revision, State = @State, ContentHash = @ContentHash, Title = @Title, Description = @Description,
       Keywords = @Keywords, Fields = @Fields, MinTrl = @MinTrl, CooperationModes = @CooperationModes, RegionCode = @RegionCode,
       BudgetCurrency = @BudgetCurrency, BudgetMinorUnits = @BudgetMinorUnits, Deadline = @Deadline, Visibility = @Visibility,
       BlindSummary = @BlindSummary, BlindRegion = @BlindRegion, BlindField = @BlindField, Language = @Language,
       UpdatedAt = @UpdatedAt, PublishedAt = @PublishedAt, ExpiresOn = @ExpiresOn, Matched = @Matched,
       MergedInto = @MergedInto, MergedState = @MergedState
 WHERE Id = @Id AND Revision = @Revision - 1
;
UPDATE Need SET ChangeSeq = @seq WHERE Id = @ItemId
;
UPDATE Notice SET DeliveryId = @deliveryId WHERE AccountId = @accountId AND DigestOn <= @today AND DeliveryId IS NULL
;
UPDATE Notice SET DigestOn = NULL WHERE AccountId = @accountId AND DigestOn <= @today AND DeliveryId IS NULL AND ReadAt IS NOT NULL
;
UPDATE Notice SET ReadAt = @now WHERE AccountId = @accountId AND ReadAt IS NULL
;
UPDATE Notice SET ReadAt = @now WHERE Id = @id AND AccountId = @accountId AND ReadAt IS NULL
;
UPDATE OneTimeLink SET UsedAt = @now WHERE Hash = @hash AND Purpose = @purpose AND ExpiresAt > @now AND UsedAt IS NULL
;
UPDATE Organisation
   SET Revision = @Revision, Name = @Name, Kind = @Kind, CreditCode = @CreditCode, RegionCode = @RegionCode, Nature = @Nature,
       ApprovesListings = @ApprovesListings, UpdatedAt = @UpdatedAt
 WHERE Id = @Id
;
UPDATE Outbox SET LeasedBy = @relay, LeasedUntil = @until
 WHERE Id IN (SELECT Id FROM Outbox WHERE (LeasedUntil IS NULL OR LeasedUntil <= @now OR LeasedBy = @relay) AND Type IN @types ORDER BY Id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY)
   AND (LeasedUntil IS NULL OR LeasedUntil <= @now OR LeasedBy = @relay)
;
UPDATE Outbox SET LeasedBy = NULL, LeasedUntil = @Until WHERE Id = @Id
;
UPDATE Outbox SET LeasedBy = NULL, LeasedUntil = NULL WHERE LeasedBy = @relay
;
UPDATE Outbox SET LeasedUntil = @until WHERE LeasedBy = @relay AND Id IN @ids
;
UPDATE ParkedMessage SET ReplayedAt = @now WHERE Id = @Id
;
UPDATE Process SET SeenAt = @SeenAt, Report = @Report WHERE Id = @Id
;
UPDATE Webhook SET DisabledAt = @now, DisabledFor = @reason WHERE Id = @id AND DisabledAt IS NULL
;
