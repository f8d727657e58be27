/** A frequency of the calibration period; the last bin holds it and all above. */
interface HoldoutBin {
  frequency: number;
  andAbove: boolean;
  customers: number;
  /** Mean purchases in the holdout: made, and expected by each forecast. */
  actual: number;
  expected: Record<string, number>;
}

interface HoldoutScore {
  forecast: string;
  total: number;
  /** Mean absolute error and root mean squared error over customers, in purchases. */
  mae: number;
  rmse: number;
}

interface HoldoutPanel {
  customers: number;
  actualTotal: number;
  scores: HoldoutScore[];
  bins: HoldoutBin[];
}

/**
 * Actual against expected purchases in a period held out, by frequency in the calibration period (0 to 6, then 7 and more:
 * the bins of Fader, Hardie and Lee 2005, figure 5). Columns have a row per customer. Empty bins are left out.
 */
export function holdoutPanel(
  frequency: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecasts: Record<string, ArrayLike<number>>,
  lastBin = 7,
): HoldoutPanel {
  const customers = frequency.length;
  const names = Object.keys(forecasts);
  const members = Array.from({length: lastBin + 1}, () => ({
    customers: 0,
    actual: 0,
    expected: names.map(() => 0),
  }));
  const scores = names.map((forecast) => ({forecast, total: 0, absolute: 0, squared: 0}));
  let actualTotal = 0;
  for (let i = 0; i < customers; i++) {
    const bin = members[Math.min(frequency[i]!, lastBin)]!;
    bin.customers++;
    bin.actual += actual[i]!;
    actualTotal += actual[i]!;
    names.forEach((name, k) => {
      const expected = forecasts[name]![i]!;
      const score = scores[k]!;
      bin.expected[k]! += expected;
      score.total += expected;
      score.absolute += Math.abs(expected - actual[i]!);
      score.squared += (expected - actual[i]!) ** 2;
    });
  }
  const perCustomer = Math.max(customers, 1);
  return {
    customers,
    actualTotal,
    scores: scores.map(({forecast, total, absolute, squared}) => ({
      forecast,
      total,
      mae: absolute / perCustomer,
      rmse: Math.sqrt(squared / perCustomer),
    })),
    bins: members.flatMap((bin, frequency) =>
      bin.customers === 0
        ? []
        : {
            frequency,
            andAbove: frequency === lastBin,
            customers: bin.customers,
            actual: bin.actual / bin.customers,
            expected: Object.fromEntries(names.map((name, k) => [name, bin.expected[k]! / bin.customers])),
          },
    ),
  };
}
