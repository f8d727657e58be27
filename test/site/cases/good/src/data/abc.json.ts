import {readFileSync} from "node:fs";

process.stdout.write(readFileSync(`${process.env.GUANXI_CUBES}/abc.json`));
