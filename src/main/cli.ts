import { languageOf, runCommand } from './cli/index.ts';

const args = process.argv.slice(2);

// Whoever reads the answer may have heard enough (`| head`).
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCommand(args, {
  language: languageOf(args, process.env),
  folder: process.cwd(),
  out: (text) => { process.stdout.write(`${text}\n`); },
  note: (text) => { process.stderr.write(text); },
  watched: process.stderr.isTTY === true,
});
