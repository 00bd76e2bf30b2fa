/** The same numbers in an array of twice the length. */
export const doubled = <Numbers extends Int32Array | Uint16Array>(numbers: Numbers): Numbers => {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  larger.set(numbers);
  return larger;
};
