import type {ChangeKind} from "../change.js";
import {
  closedShare,
  complaintsAt,
  inLimitShare,
  limitOf,
  satisfiedKept,
  servedBelow,
} from "../exhibits/service/facts.js";
import type {TableName} from "../filter/tables.js";
import {count, percent} from "../formats.js";
import type {Site} from "../site.js";
import {dated, plain} from "./dated.js";
import type {FigureSpec} from "./key-figure.js";

function spec(
  id: string,
  name: (site: Site) => string,
  tables: readonly TableName[],
  kind: Extract<ChangeKind, "count" | "points">,
  of: (site: Site, as_of: string) => number | null,
): FigureSpec {
  return {
    id,
    tables,
    figure: (site) =>
      dated(
        id,
        name(site),
        (as_of) => of(site, as_of),
        (x) => (kind === "count" ? count : percent)(x, site.locale),
        kind,
        site,
      ),
  };
}

const named =
  (en: string, zh: string) =>
  ({locale}: Site): string =>
    locale === "zh" ? zh : en;

const limited = (site: Site): string => {
  const hours = count(limitOf(site), site.locale);
  return site.locale === "zh" ? `${hours}小时内解决` : `resolved within ${hours} hours`;
};

/** Complaints, the share within the limit, who stayed, surveys closed, and customers below the level suggested. */
export const serviceFigures: readonly FigureSpec[] = [
  spec(
    "complaints",
    named("complaints in the window", "窗口内的抱怨"),
    ["complaint-summary", "complaint-outcomes"],
    "count",
    (site, as_of) => complaintsAt(site, as_of)?.opened ?? null,
  ),
  spec("in-limit", limited, ["complaint-timing"], "points", (site, as_of) => inLimitShare(site, as_of)),
  spec(
    "kept",
    named(
      "satisfied complaints of the window, followed by an order in time",
      "窗口内满意结案的抱怨，其后按时再次购买",
    ),
    ["complaint-outcomes"],
    "points",
    (site, as_of) => {
      const at = satisfiedKept(site, as_of);
      return at ? at.kept / at.of : null;
    },
  ),
  spec("closed", named("surveys fed back", "调查形成闭环"), ["survey-loop"], "points", (site, as_of) =>
    closedShare(site, as_of),
  ),
  {
    id: "below",
    tables: ["service-levels", "service-classes"],
    figure: (site) => {
      const {locale, cubes} = site;
      const served = cubes.has("interactions") ? servedBelow(site) : null;
      return served
        ? plain(
            "below",
            named("customers below the level suggested", "低于建议层次的客户")(site),
            count(served.below, locale),
          )
        : null;
    },
  },
];
