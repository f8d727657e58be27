import {writeFileSync} from "node:fs";

writeFileSync("/dev/full", "anything");
