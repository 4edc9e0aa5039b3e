// Loaded into the server before its own program. The sandbox, which inherits it, sees to its end itself.
if (/[\\/]server[\\/]main\.js$/.test(process.argv[1] ?? '')) {
  // A start script that was killed without warning cannot tell anyone to stop.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();

  // Told by the process group and by the start script, it is told twice: the second must not cut the first short.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => undefined);
}
