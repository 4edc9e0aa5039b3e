// Loaded into the server before its own program: a start script that was killed without warning cannot tell it to stop.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
