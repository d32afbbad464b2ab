using System.CommandLine;
using TechBroker.Verbs;

var root = new RootCommand("TechBroker: lists results, takes needs, pairs them and explains why.")
{
    ServeVerb.Create(),
    WorkerVerb.Create(),
    MigrateVerb.Create(),
    UserVerb.Create(),
    ImportVerb.Create(),
    ExportVerb.Create(),
    MatchVerb.Create(),
    EvaluateVerb.Create(),
    FitVerb.Create(),
    TrainVerb.Create(),
    AuditVerb.Create(),
    BackupVerb.Create(),
    RestoreVerb.Create(),
    HealthVerb.Create(),
};
return await CommandLine.RunAsync(root, args);
