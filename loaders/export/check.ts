import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {gunzipSync} from "node:zlib";
import {UserError} from "../errors.js";
import {readFinishedSite} from "../site/finished-site.js";
import {type ScanOptions, scan} from "../site/scan.js";
import {verifyHosts} from "../site/verify/hosts.js";
import {verifyLinks} from "../site/verify/links.js";

const carried = /<script type="application\/octet-stream" data-file="([^"]+)">([^<]*)<\/script>\n?/g;

/**
 * Looks through an exported page as through a site: what it carries is unpacked again and held to the audience's lists of
 * columns, text and scripts are searched for identifiers, and nothing in it may lead or ask anywhere else.
 *
 * @throws UserError with one line per problem
 */
export async function checkExport(
  name: string,
  html: string,
  allowed: Omit<ScanOptions, "directory">,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "guanxi-export-"));
  try {
    for (const [, path, text] of html.matchAll(carried)) {
      await mkdir(join(directory, dirname(path!)), {recursive: true});
      await writeFile(join(directory, path!), gunzipSync(Buffer.from(text!, "base64")));
    }
    await writeFile(join(directory, `${basename(name)}.html`), html.replace(carried, ""));
    const site = await readFinishedSite(directory);
    const findings = [...verifyHosts(site), ...verifyLinks(site), ...(await scan({...allowed, directory}))];
    if (findings.length > 0)
      throw new UserError(
        findings
          .slice(0, 20)
          .map(({where, problem}) => `export ${name}: ${where}: ${problem}`)
          .join("\n"),
      );
  } finally {
    await rm(directory, {recursive: true, force: true});
  }
}
