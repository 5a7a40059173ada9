//! Patterns against a library, over patterns and texts drawn from a few characters.

use roster_values::pattern::Pattern;

/// Parts that patterns are put together from.
const PARTS: [&str; 16] = [
    "a", "b", "[ab]", "[^a]", "\\d", ".", "(", ")", "|", "*", "+", "?", "{2}", "{1,2}", "^", "$",
];

#[test]
fn patterns_take_what_a_library_takes() {
    let mut state: u64 = 0x2026_0901;
    let mut draw = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % most
    };
    let (mut understood, mut taken) = (0, 0);
    for _ in 0..20_000 {
        let count = 1 + draw(6);
        let pattern: String = (0..count).map(|_| PARTS[draw(PARTS.len())]).collect();
        let Ok(ours) = Pattern::new(&pattern) else {
            continue;
        };
        let Ok(theirs) = regex_lite::Regex::new(&format!("^(?:{pattern})$")) else {
            // `^*` repeats a place: refused there, harmless here.
            continue;
        };
        understood += 1;
        for _ in 0..8 {
            let text: String = (0..draw(5))
                .map(|_| ['a', 'b', '1', 'c'][draw(4)])
                .collect();
            let fits = ours.fits(&text);
            taken += usize::from(fits);
            assert_eq!(fits, theirs.is_match(&text), "{pattern} {text:?}");
        }
    }
    assert!(understood > 2_000 && taken > 1_000, "{understood} {taken}");
}
