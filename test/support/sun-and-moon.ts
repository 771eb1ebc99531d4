/**
 * Sun and new moons, worked out without any calendar library, so that a test can ask whether the product's days are right:
 * the Earth's longitude by the larger terms of VSOP87 and the new moons by the periodic terms of J. Meeus, "Astronomical
 * Algorithms" (2nd ed., chapters 25, 32 and 49). Good to about half a minute of time in this century. Moments are UTC.
 */

/** Amplitude in 1e-8 rad, phase in rad, frequency in rad per thousand years. */
type Term = readonly [amplitude: number, phase: number, frequency: number];

const L0: readonly Term[] = [
  [175347046, 0, 0],
  [3341656, 4.6692568, 6283.07585],
  [34894, 4.6261, 12566.1517],
  [3497, 2.7441, 5753.3849],
  [3418, 2.8289, 3.5231],
  [3136, 3.6277, 77713.7715],
  [2676, 4.4181, 7860.4194],
  [2343, 6.1352, 3930.2097],
  [1324, 0.7425, 11506.7698],
  [1273, 2.0371, 529.691],
  [1199, 1.1096, 1577.3435],
  [990, 5.233, 5884.927],
  [902, 2.045, 26.298],
  [857, 3.508, 398.149],
  [780, 1.179, 5223.694],
  [753, 2.533, 5507.553],
  [505, 4.583, 18849.228],
  [492, 4.205, 775.523],
  [357, 2.92, 0.067],
  [317, 5.849, 11790.629],
  [284, 1.899, 796.298],
  [271, 0.315, 10977.079],
  [243, 0.345, 5486.778],
  [206, 4.806, 2544.314],
  [205, 1.869, 5573.143],
  [202, 2.458, 6069.777],
  [156, 0.833, 213.299],
  [132, 3.411, 2942.463],
  [126, 1.083, 20.775],
  [115, 0.645, 0.98],
  [103, 0.636, 4694.003],
  [102, 0.976, 15720.839],
  [102, 4.267, 7.114],
  [99, 6.21, 2146.17],
  [98, 0.68, 155.42],
  [86, 5.98, 161000.69],
  [85, 1.3, 6275.96],
  [85, 3.67, 71430.7],
  [80, 1.81, 17260.15],
  [79, 3.04, 12036.46],
  [75, 1.76, 5088.63],
  [74, 3.5, 3154.69],
  [74, 4.68, 801.82],
  [70, 0.83, 9437.76],
  [62, 3.98, 8827.39],
  [61, 1.82, 7084.9],
  [57, 2.78, 6286.6],
  [56, 4.39, 14143.5],
  [56, 3.47, 6279.55],
  [52, 0.19, 12139.55],
  [52, 1.33, 1748.02],
  [51, 0.28, 5856.48],
  [49, 0.49, 1194.45],
  [41, 5.37, 8429.24],
  [41, 2.4, 19651.05],
  [39, 6.17, 10447.39],
  [37, 6.04, 10213.29],
  [37, 2.57, 1059.38],
  [36, 1.71, 2352.87],
  [36, 1.78, 6812.77],
  [33, 0.59, 17789.85],
  [30, 0.44, 83996.85],
  [30, 2.74, 1349.87],
  [25, 3.16, 4690.48],
];

const L1: readonly Term[] = [
  [628331966747, 0, 0],
  [206059, 2.678235, 6283.07585],
  [4303, 2.6351, 12566.1517],
  [425, 1.59, 3.523],
  [119, 5.796, 26.298],
  [109, 2.966, 1577.344],
  [93, 2.59, 18849.23],
  [72, 1.14, 529.69],
  [68, 1.87, 398.15],
  [67, 4.41, 5507.55],
  [59, 2.89, 5223.69],
  [56, 2.17, 155.42],
  [45, 0.4, 796.3],
  [36, 0.47, 775.52],
  [29, 2.65, 7.11],
  [21, 5.34, 0.98],
];

const L2: readonly Term[] = [
  [52919, 0, 0],
  [8720, 1.0721, 6283.0758],
  [309, 0.867, 12566.152],
  [27, 0.05, 3.52],
];

const L3: readonly Term[] = [[289, 5.844, 6283.076]];

const DAY_MS = 86_400_000;
const J2000 = 2_451_545;
const RAD = Math.PI / 180;
/** Dynamical time runs ahead of the clock by a little over a minute in these years; it changes by a few seconds in a decade. */
const DELTA_T_DAYS = 70 / 86_400;

function sum(terms: readonly Term[], tau: number): number {
  return terms.reduce(
    (total, [amplitude, phase, frequency]) => total + amplitude * Math.cos(phase + frequency * tau),
    0,
  );
}

function degrees(value: number): number {
  return ((value % 360) + 360) % 360;
}

/** The sun's apparent longitude in degrees at a Julian day of dynamical time: nutation and aberration included. */
function sunLongitude(jde: number): number {
  const centuries = (jde - J2000) / 36_525;
  const tau = centuries / 10;
  const earth = (sum(L0, tau) + sum(L1, tau) * tau + sum(L2, tau) * tau ** 2 + sum(L3, tau) * tau ** 3) / 1e8;
  const anomaly = (357.52911 + 35_999.05029 * centuries) * RAD;
  const node = (125.04452 - 1_934.136261 * centuries) * RAD;
  const sun = (280.4665 + 36_000.7698 * centuries) * RAD;
  const moon = (218.3165 + 481_267.8813 * centuries) * RAD;
  const nutation =
    -17.2 * Math.sin(node) - 1.32 * Math.sin(2 * sun) - 0.23 * Math.sin(2 * moon) + 0.21 * Math.sin(2 * node);
  const aberration = -20.4898 / (1 - 0.01671 * Math.cos(anomaly));
  return degrees(earth / RAD + 180 + (nutation + aberration - 0.0903) / 3_600);
}

function dateOf(jde: number): Date {
  return new Date((jde - DELTA_T_DAYS - 2_440_587.5) * DAY_MS);
}

function jdeOf(date: Date): number {
  return date.getTime() / DAY_MS + 2_440_587.5 + DELTA_T_DAYS;
}

/** When the sun reaches a longitude (0 to 345 degrees) in a civil year: 小寒 is 285, 冬至 is 270. */
export function sunReaches(longitude: number, year: number): Date {
  // 小寒 at 285 degrees is the first of a civil year, around 5 January.
  let jde = jdeOf(new Date(Date.UTC(year, 0, 5))) + degrees(longitude - 285) * (365.2422 / 360);
  for (let round = 0; round < 8; round++) {
    const missing = degrees(longitude - sunLongitude(jde) + 180) - 180;
    jde += missing * (365.2422 / 360);
  }
  return dateOf(jde);
}

/** New moons from the first that lies in `fromYear` (UTC) to the last in `toYear`, in order. */
export function newMoons(fromYear: number, toYear: number): Date[] {
  const first = Math.floor((fromYear - 2000) * 12.3685) - 1;
  const last = Math.ceil((toYear + 1 - 2000) * 12.3685) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => newMoon(first + index)).filter(
    (at) => at.getUTCFullYear() >= fromYear && at.getUTCFullYear() <= toYear,
  );
}

/** Factor, power of E, multiples of M, M', F and the node. */
const MOON: readonly (readonly [number, 0 | 1 | 2, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
];

/** Planets: phase in degrees, degrees per lunation, factor in days. */
const PLANETS: readonly (readonly [number, number, number])[] = [
  [299.77, 0.107408, 0.000325],
  [251.88, 0.016321, 0.000165],
  [251.83, 26.651886, 0.000164],
  [349.42, 36.412478, 0.000126],
  [84.66, 18.206239, 0.00011],
  [141.74, 53.303771, 0.000062],
  [207.14, 2.453732, 0.00006],
  [154.84, 7.30686, 0.000056],
  [34.52, 27.261239, 0.000047],
  [207.19, 0.121824, 0.000042],
  [291.34, 1.844379, 0.00004],
  [161.72, 24.198154, 0.000037],
  [239.56, 25.513099, 0.000035],
  [331.55, 3.592518, 0.000023],
];

/** The new moon of a lunation; 0 is that of 6 January 2000. */
function newMoon(k: number): Date {
  const t = k / 1_236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const periodic = MOON.reduce((total, [factor, power, m, mm, f, o]) => {
    return total + factor * e ** power * Math.sin((m * sun + mm * moon + f * latitude + o * node) * RAD);
  }, 0);
  const planets = PLANETS.reduce(
    (total, [phase, rate, factor]) => total + factor * Math.sin((phase + rate * k) * RAD),
    0,
  );
  return dateOf(mean + periodic + planets);
}
