//! How long the built-in course takes to load.

#![allow(missing_docs, reason = "the macro of criterion makes an undocumented function")]

use criterion::{Criterion, criterion_group, criterion_main};
use pandu::store::course::{Source, load};

fn course(criterion: &mut Criterion) {
    criterion.bench_function("load the course", |bencher| {
        bencher.iter(|| load(&Source::BuiltIn).map(|loaded| loaded.course.modules.len()).ok());
    });
}

criterion_group!(benches, course);
criterion_main!(benches);
