import type {Locale} from "../cubes.js";
import {day} from "./formats.js";

/** Any text as a string of CSS, which can end neither the string nor the style element around it. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}

/** What stands at the head of every printed page: the report's name and the day it is as of, for the print style sheet. */
export function runningHead(report: string, asOf: string, locale: Locale): string {
  const date = locale === "zh" ? `数据截至${day(asOf, locale)}` : `Data as of ${day(asOf, locale)}`;
  return `<style>:root{--running-report:${cssString(report)};--running-as-of:${cssString(date)}}</style>`;
}
