/** Heads of columns of planned contacts that the lists of accounts have too. */
export const visitHeads = {
  due: {en: "Contacts due", zh: "应访次数"},
  held: {en: "Held in all", zh: "全部实访次数"},
  extra: {en: "Contacts above the maximum", zh: "超出上限的次数"},
} as const;
