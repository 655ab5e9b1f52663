/**
 * `make`, once for each pair of objects, forgotten with them. What is made of a document must depend on nothing
 * else; a person who answers a question changes none of their documents.
 */
export function onceForBoth<A extends object, B extends object, V>(make: (a: A, b: B) => V): (a: A, b: B) => V {
  const made = new WeakMap<A, WeakMap<B, { readonly value: V }>>()
  return (a, b) => {
    const ofA = made.get(a) ?? new WeakMap<B, { readonly value: V }>()
    made.set(a, ofA)
    const known = ofA.get(b) ?? { value: make(a, b) }
    ofA.set(b, known)
    return known.value
  }
}

export function onceFor<A extends object, V>(make: (a: A) => V): (a: A) => V {
  const made = new WeakMap<A, { readonly value: V }>()
  return (a) => {
    const known = made.get(a) ?? { value: make(a) }
    made.set(a, known)
    return known.value
  }
}
