// Most of a test's time is waiting: for a process to start, a confirm, a lease. Fixtures have folders, ports and virtual hosts of their own, so they can wait
// side by side. Those that listen to the whole process, compare times or want the machine for themselves are NonParallelizable.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
