import {cube} from "../../loaders/publisher.js";

process.stdout.write(await cube("notices"));
