type Net = { w1: number[]; b1: number[]; w2: number[]; b2: number };
type Pieces = { breakpoints: number[]; slopes: number[]; intercepts: number[] };

export default {
  // from left to right: at its kink a unit switches on (w > 0) or off (w < 0)
  pieces(net: Net): Pieces {
    let slope = 0;
    let intercept = net.b2;
    const events: { at: number; slope: number; intercept: number }[] = [];
    for (let k = 0; k < net.w1.length; k++) {
      const [w, b, v] = [net.w1[k], net.b1[k], net.w2[k]];
      if (w === 0) {
        intercept += v * Math.max(0, b);
        continue;
      }
      const on = { at: -b / w, slope: v * w, intercept: v * b };
      if (w > 0) {
        events.push(on);
      } else {
        slope += on.slope;
        intercept += on.intercept;
        events.push({ at: on.at, slope: -on.slope, intercept: -on.intercept });
      }
    }
    events.sort((a, b) => a.at - b.at);
    const result: Pieces = { breakpoints: [], slopes: [slope], intercepts: [intercept] };
    for (const event of events) {
      slope += event.slope;
      intercept += event.intercept;
      const last = result.breakpoints.length - 1;
      if (last >= 0 && result.breakpoints[last] === event.at) {
        result.slopes[last + 1] = slope;
        result.intercepts[last + 1] = intercept;
      } else {
        result.breakpoints.push(event.at);
        result.slopes.push(slope);
        result.intercepts.push(intercept);
      }
    }
    return result;
  },
  addPieces(p: Pieces, q: Pieces): Pieces {
    const r: Pieces = { breakpoints: [], slopes: [], intercepts: [] };
    let i = 0;
    let j = 0;
    for (;;) {
      r.slopes.push(p.slopes[i] + q.slopes[j]);
      r.intercepts.push(p.intercepts[i] + q.intercepts[j]);
      const [a = Infinity, b = Infinity] = [p.breakpoints[i], q.breakpoints[j]];
      const next = Math.min(a, b);
      if (next === Infinity) return r;
      r.breakpoints.push(next);
      if (a === next) i++;
      if (b === next) j++;
    }
  },
};
