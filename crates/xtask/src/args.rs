//! Reading `--name value` arguments, as little as the verbs here need.
//! Deliberately no abbreviations, no `=` form and no help text: every verb has a handful of options.

use std::str::FromStr;

/// The arguments of one verb, taken out one by one; [`Options::finish`] refuses what is left.
pub(crate) struct Options {
    rest: Vec<String>,
}

impl Options {
    pub(crate) fn new(arguments: &[String]) -> Self {
        Self {
            rest: arguments.to_vec(),
        }
    }

    /// Every value given for an option that may be repeated, in order.
    pub(crate) fn values(&mut self, name: &str) -> Result<Vec<String>, String> {
        let mut values = Vec::new();
        while let Some(at) = self.rest.iter().position(|it| it == name) {
            if at + 1 >= self.rest.len() {
                return Err(format!("`{name}` needs a value."));
            }
            values.push(self.rest.remove(at + 1));
            self.rest.remove(at);
        }
        Ok(values)
    }

    /// The last value given for an option, parsed.
    pub(crate) fn value<T: FromStr>(&mut self, name: &str) -> Result<Option<T>, String> {
        let Some(text) = self.values(name)?.pop() else {
            return Ok(None);
        };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(format!("`{name} {text}` is not a value this option takes.")),
        }
    }

    /// Refuses whatever no one asked for.
    pub(crate) fn finish(self) -> Result<(), String> {
        match self.rest.first() {
            None => Ok(()),
            Some(unknown) => Err(format!("`{unknown}` is not an option of this verb.")),
        }
    }
}

/// Whether the only permitted flag was given; anything else is refused.
pub(crate) fn only_flag(arguments: &[String], flag: &str) -> Result<bool, String> {
    match arguments {
        [] => Ok(false),
        [only] if only == flag => Ok(true),
        _ => Err(format!("The only option here is `{flag}`.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Options {
        Options::new(&line.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn values_are_taken_in_order_and_the_rest_is_refused() {
        let mut options = options("--a 1 --b 2 --a 3 stray");
        assert_eq!(
            options.values("--a"),
            Ok(vec!["1".to_owned(), "3".to_owned()])
        );
        assert_eq!(options.value::<u32>("--b"), Ok(Some(2)));
        assert!(options.finish().is_err());
    }

    #[test]
    fn an_option_without_its_value_is_refused() {
        assert!(options("--a").values("--a").is_err());
        assert!(options("--a x").value::<u32>("--a").is_err());
    }
}
