/** `3, 7–9` for 3, 7, 8, 9. */
export function inRanges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let j = i;
    while (numbers[j + 1] === numbers[j]! + 1) j++;
    parts.push(i === j ? `${numbers[i]}` : `${numbers[i]}${j === i + 1 ? ", " : "–"}${numbers[j]}`);
    i = j + 1;
  }
  return parts.join(", ");
}
