//! A set of bytes of a text.

use super::Span;

/// The bytes of a text that lie in any of some spans: merged, so that looking a place up takes a binary search.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spans(Vec<Span>);

impl Spans {
    /// Whether a place shares a byte with the set.
    pub(crate) fn overlap(&self, place: Span) -> bool {
        let at = self.0.partition_point(|span| span.end <= place.start);
        self.0.get(at).is_some_and(|span| span.overlaps(place))
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Spans {
        let mut spans: Vec<Span> = spans.into_iter().collect();
        spans.sort_unstable();
        spans.dedup_by(|later, earlier| {
            let merged = later.start <= earlier.end;
            if merged {
                earlier.end = earlier.end.max(later.end);
            }
            merged
        });
        Spans(spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_within_others_and_beside_them_are_merged() {
        let span = |start, end| Span { start, end };
        let spans: Spans = [span(20, 30), span(0, 10), span(2, 4), span(5, 12)]
            .into_iter()
            .collect();
        assert_eq!(spans.0, [span(0, 12), span(20, 30)]);
        assert!(spans.overlap(span(6, 7)) && spans.overlap(span(11, 21)) && spans.overlap(span(19, 50)));
        assert!(!spans.overlap(span(12, 20)) && !spans.overlap(span(30, 31)));
    }
}
