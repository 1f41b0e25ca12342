import process from "node:process";
import { openConsole } from "./simulate/console.ts";
import { runCommand } from "./simulate/runCommand.ts";

process.exitCode = await runCommand(process.argv.slice(2), openConsole(process));
