//! Any bytes read as a panel, a plan, forms and a policy pack: no panic, whatever they are.
#![no_main]

use defensible::scenario::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = parse::text("fuzz.ron", bytes.to_vec()) else { return };
    let _ = parse::panel(&source);
    let _ = parse::plan(&source);
    let _ = parse::forms(&source);
    let _ = parse::policy(&source);
});
