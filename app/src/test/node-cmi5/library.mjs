// Gives the library as one script for a browser.
import { readFileSync } from "node:fs";

process.stdout.write(readFileSync("node_modules/@xapi/cmi5/dist/Cmi5.umd.js", "utf8"));
