//! Profiles as they are listed, and the guess between them.

use super::{HeaderWord, Profile, ProfileColumn};
use crate::{Column, Form, Parameter, Required, Setting};

fn profile(id: &str) -> &'static Profile {
    Profile::by_id(id).expect("the profile is in data/profiles")
}

#[test]
fn the_template_of_2013_has_71_columns() {
    let template = profile("xj-2013");
    assert_eq!(template.columns.len(), 71);
    assert_eq!(template.columns[0].column, Column::SchoolCode);
    assert_eq!(template.columns[15].column, Column::ClassCode);
    assert_eq!(template.columns[46].column, Column::Member1Name);
    assert_eq!(template.columns[70].column, Column::MigrantChild);
    assert_eq!(template.columns.iter().filter(|it| it.required).count(), 30);
    assert!(!template.partial);
    assert!(template.column(Column::StudentNumber).is_none());
}

#[test]
fn a_profile_has_each_column_once() {
    for profile in Profile::all() {
        let mut columns: Vec<Column> = profile.columns.iter().map(|it| it.column).collect();
        columns.sort();
        columns.dedup();
        assert_eq!(columns.len(), profile.columns.len(), "{}", profile.id);
    }
    assert_eq!(profile("any").columns.len(), Column::COUNT);
}

#[test]
fn a_header_of_a_profile_is_found_as_its_column() {
    for profile in Profile::all() {
        for line in profile.columns.iter() {
            let found = crate::header::find(&line.header);
            assert_eq!(found, crate::header::Header::Column(line.column));
        }
    }
}

fn words(lines: &[ProfileColumn]) -> Vec<HeaderWord<'_>> {
    let words = lines.iter().map(|it| HeaderWord {
        column: it.column,
        text: &it.header,
    });
    words.collect()
}

fn guessed(header: &[HeaderWord<'_>]) -> &'static str {
    &Profile::guess(header).id
}

#[test]
fn the_template_is_guessed_from_four_fifths_of_its_required_columns() {
    let template = words(&profile("xj-2013").columns);
    let required = |it: &HeaderWord<'_>| it.column.info().need == Required::Always;
    let required: Vec<HeaderWord<'_>> = template.into_iter().filter(required).collect();
    assert_eq!(guessed(&required), "xj-2013");
    assert_eq!(guessed(&required[..24]), "xj-2013");
    assert_eq!(guessed(&required[..23]), "any");
    assert_eq!(guessed(&[]), "any");
}

#[test]
fn every_template_is_guessed_from_its_own_header() {
    for profile in Profile::all() {
        // `any` and the list of changes are never concluded from words alone.
        if profile.match_permille == 0 {
            continue;
        }
        let header = words(&profile.columns);
        assert_eq!(guessed(&header), profile.id);
        if profile.whole || profile.columns.len() < 10 {
            continue;
        }
        // A tenth of the headers spelled otherwise, a tenth of the columns that need not be there
        // gone, and a column of the school's own in front.
        let mut changed = header.clone();
        for word in changed.iter_mut().step_by(10) {
            word.text = "";
        }
        assert_eq!(guessed(&changed), profile.id, "spelled otherwise");
        let gone = |index: usize, line: &ProfileColumn| line.required || !index.is_multiple_of(10);
        let mut fewer: Vec<HeaderWord<'_>> = Vec::new();
        for (index, line) in profile.columns.iter().enumerate() {
            if gone(index, line) {
                fewer.push(header[index]);
            }
        }
        fewer.insert(
            0,
            HeaderWord {
                column: Column::StudentNumber,
                text: "学籍号",
            },
        );
        assert_eq!(guessed(&fewer), profile.id, "some columns gone");
    }
}

#[test]
fn what_must_be_filled_says_more_than_words() {
    // The columns of 2013, with the words of 2021 where they are others.
    let later = profile("xj-2021");
    let mut mixed = words(&profile("xj-2013").columns);
    for word in &mut mixed {
        if let Some(line) = later.column(word.column) {
            word.text = &line.header;
        }
    }
    assert_eq!(guessed(&mixed), "xj-2013");
    // A template without one of its own required columns is still that template.
    let mut without = words(&later.columns);
    without.retain(|it| it.column != Column::Grade);
    assert_eq!(guessed(&without), "xj-2021");
}

#[test]
fn a_template_without_what_it_demands_is_still_that_template() {
    for id in ["xj-2013", "xj-2017", "xj-2018", "xj-2021"] {
        let lines = &profile(id).columns;
        let all = words(lines);
        // Half of its required columns gone: R0102 says so.
        let mut nth = 0;
        let mut cut = all.clone();
        cut.retain(|it| {
            let is_required = lines.iter().any(|l| l.column == it.column && l.required);
            nth += usize::from(is_required);
            !is_required || nth % 2 == 0
        });
        assert_eq!(guessed(&cut), id, "cut");
        // A list of a teacher's own with a third of its words.
        let own: Vec<HeaderWord<'_>> = all.iter().copied().step_by(3).collect();
        assert_eq!(guessed(&own), "any", "a teacher's own");
        // In another order it is a list of somebody's own, too.
        let mut turned = cut.clone();
        turned.reverse();
        assert_eq!(guessed(&turned), "any", "turned");
    }
    // Their required columns are the same; their order is not.
    let mut required = words(&profile("xj-2018").columns);
    required.retain(|it| {
        profile("xj-2018")
            .column(it.column)
            .is_some_and(|it| it.required)
    });
    assert_eq!(guessed(&required), "xj-2018");
}

/// The templates that are told from each other by more than a few columns.
const LONG: [&str; 5] = ["xj-2013", "xj-2017", "xj-2018", "xj-2021", "form-72"];

#[test]
fn the_order_says_more_than_the_words_of_another_template() {
    for id in LONG {
        let own = words(&profile(id).columns);
        for other in LONG {
            // Every other one of the words that differ is the other's, or every one but one.
            for keeps in [|nth: usize| nth % 2 == 1, |nth: usize| nth == 0] {
                let mut mixed = own.clone();
                let mut nth = 0;
                for word in &mut mixed {
                    let Some(line) = profile(other).column(word.column) else {
                        continue;
                    };
                    if line.header != word.text {
                        if !keeps(nth) {
                            word.text = &line.header;
                        }
                        nth += 1;
                    }
                }
                assert_eq!(guessed(&mixed), id, "with words of {other}");
            }
        }
    }
}

#[test]
fn a_template_without_its_family_is_still_that_template() {
    let papers = [
        Column::Member1Address,
        Column::Member1HukouCode,
        Column::Member1IdType,
        Column::Member1IdNumber,
    ];
    for id in LONG {
        let mut without = words(&profile(id).columns);
        without.retain(|it| !papers.contains(&it.column));
        assert_eq!(guessed(&without), id, "without papers");
        without.retain(|it| it.column.member().is_none());
        assert_eq!(guessed(&without), id, "without family");
    }
}

#[test]
fn a_list_with_half_of_a_form_and_the_columns_of_a_register_is_not_that_form() {
    let form = words(&profile("form-72").columns);
    let of_register = [Column::SchoolCode, Column::StudentNumber, Column::ClassCode];
    let mut list = form.clone();
    list.retain(|it| {
        !matches!(
            it.column.info().key,
            "health" | "photo" | "talents" | "homepage"
        )
    });
    list.truncate(46);
    assert_eq!(guessed(&list), "form-72", "a part of the form");
    for column in of_register {
        let text = column.info().zh;
        list.insert(0, HeaderWord { column, text });
    }
    assert_ne!(guessed(&list), "form-72", "with columns of the register");
    let mut whole = form;
    for column in of_register {
        let text = column.info().zh;
        whole.insert(0, HeaderWord { column, text });
    }
    assert_eq!(guessed(&whole), "form-72", "the whole form");
}

#[test]
fn a_register_with_both_parents_and_classes_is_any_list() {
    let keys = "school_code student_number name sex birth_date id_type id_number ethnic_group nationality \
        hmt_status hukou_code grade class_name class_code class_serial enrolment_month boarding address home_address \
        phone postcode email only_child left_behind migrant_child orphan disability needs_aid receives_subsidy \
        former_name member1_name member1_relation member1_relation_note member1_address member1_hukou_code \
        member1_phone member1_guardian member1_id_type member1_id_number member2_name member2_relation \
        member2_relation_note member2_address member2_hukou_code member2_phone member2_guardian member2_id_type \
        member2_id_number";
    let word = |key: &str| {
        let column = Column::ALL.iter().find(|it| it.info().key == key);
        let column = *column.expect("a column");
        let text = column.info().zh;
        HeaderWord { column, text }
    };
    let header: Vec<HeaderWord<'_>> = keys.split_whitespace().map(word).collect();
    assert_eq!(guessed(&header), "any");
}

/// A generator of numbers that look like chance and are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn a_changed_header_is_found_as_its_own() {
    let mut dice = Dice(1);
    for round in 0..4000 {
        let id = LONG[round % LONG.len()];
        let mut header = words(&profile(id).columns);
        for _ in 0..dice.below(7) {
            header.remove(dice.below(header.len()));
        }
        for _ in 0..dice.below(5) {
            let at = dice.below(header.len());
            let column = header[at].column;
            let other = profile(LONG[dice.below(LONG.len())]).column(column);
            let aliases: Vec<&str> = column.info().aliases.into_iter().collect();
            let alias = aliases[dice.below(aliases.len())];
            let other = other.filter(|_| round % 2 == 0);
            header[at].text = other.map_or(alias, |it| &it.header);
        }
        for _ in 0..dice.below(4) {
            let column = Column::ALL[dice.below(Column::COUNT)];
            if !header.iter().any(|it| it.column == column) {
                let text = column.info().zh;
                let at = dice.below(header.len() + 1);
                header.insert(at, HeaderWord { column, text });
            }
        }
        assert_eq!(guessed(&header), id, "round {round}");
    }
}

#[test]
fn a_list_with_the_columns_of_a_short_template_is_any_list() {
    let five = words(&profile("preschool-2016").columns);
    let mut class_list = five.clone();
    class_list[4].text = "身份证件号";
    assert_eq!(guessed(&class_list), "any", "another header");
    let mut longer = five;
    longer.push(HeaderWord {
        column: Column::Phone,
        text: "联系电话",
    });
    assert_eq!(guessed(&longer), "any", "another column");
}

#[test]
fn the_templates_have_their_columns() {
    let count = |id: &str| profile(id).columns.len();
    assert_eq!(count("xj-2013"), 71);
    // The 73rd is hidden and has no name.
    assert_eq!(count("xj-2017"), 72);
    assert_eq!(count("xj-2018"), 73);
    assert_eq!(count("xj-2021"), 71);
    assert_eq!(count("preschool-2016"), 5);
    assert_eq!(count("admission-junior"), 6);
    assert_eq!(count("form-72"), 72);
    let at = |id: &str, position: usize| profile(id).columns[position].header.to_string();
    assert_eq!(at("xj-2018", 15), "校区号");
    assert_eq!(at("xj-2021", 21), "年级");
    assert_eq!(at("xj-2021", 70), "成员2职务");
    assert_eq!(at("form-72", 12), "照片");
    assert_eq!(at("form-72", 47), "是否需要乘坐校车");
}

#[test]
fn a_default_is_a_value_its_parameter_takes() {
    for parameter in Parameter::all() {
        for profile in Profile::all() {
            let default = match profile.setting(parameter.name) {
                Some(Setting::Text(text)) => text.to_string(),
                Some(Setting::Number(number)) => number.to_string(),
                None => panic!("{}", parameter.name),
            };
            let (id, name) = (&profile.id, parameter.name);
            assert!(parameter.takes(&default), "{id} {name} {default}");
        }
        if parameter.form == Form::Word {
            assert!(!parameter.allowed.is_empty(), "{}", parameter.name);
        }
    }
    let most = profile("any").setting("class_size_max");
    assert_eq!(most, Some(&Setting::Number(55)));
}

#[test]
fn a_profile_may_have_its_own_defaults() {
    let rows = |id| profile(id).setting("rows_max");
    assert_eq!(rows("any"), Some(&Setting::Number(0)));
    assert_eq!(rows("xj-2013"), Some(&Setting::Number(5000)));
    for profile in Profile::all() {
        for (name, value) in profile.defaults.iter() {
            let parameter = Parameter::by_name(name).expect("a parameter");
            assert_ne!(&parameter.default, value, "{} {name}", profile.id);
        }
    }
}
