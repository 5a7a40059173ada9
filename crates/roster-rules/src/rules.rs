//! Every rule there is, in the order of the codes.
//!
//! Generated from the files in rules/ by xtask gen. Do not edit.

use crate::rule::{Rule, in_book};

mod code {
    pub(super) mod boarding_vs_distance;
    pub(super) mod code_as_number;
    pub(super) mod code_not_in_list;
    pub(super) mod code_with_number;
    pub(super) mod disability_special_school;
    pub(super) mod distance_range;
    pub(super) mod ethnic_missing_zu;
    pub(super) mod ethnic_old_name;
    pub(super) mod ethnic_unknown;
    pub(super) mod health_vs_disability;
    pub(super) mod hmt_vs_nationality;
    pub(super) mod liushou_vs_suiqian;
    pub(super) mod nation_vs_region_name;
    pub(super) mod orphan_vs_parents;
    pub(super) mod rxfs_stage;
    pub(super) mod schoolbus_vs_mode;
    pub(super) mod sex_not_nan_nv;
    pub(super) mod singlechild_vs_siblings;
    pub(super) mod subsidy_conflict;
    pub(super) mod suibanjiudu_vs_disability;
    pub(super) mod xyly_vs_hukou;
    pub(super) mod yesno_variants;
    pub(super) mod zhengzhi_age;
}
mod contact {
    pub(super) mod address_all_same;
    pub(super) mod address_too_short;
    pub(super) mod email_format;
    pub(super) mod phone_as_number;
    pub(super) mod phone_duplicate;
    pub(super) mod phone_format;
    pub(super) mod phone_number_cell;
    pub(super) mod phone_sequence;
    pub(super) mod postcode;
    pub(super) mod region_12_digits;
    pub(super) mod region_leaf_missing;
    pub(super) mod region_name_instead;
    pub(super) mod region_unknown;
}
mod date {
    pub(super) mod age_unlike_class;
    pub(super) mod birthdate_grade_mismatch;
    pub(super) mod birthdate_implausible_age;
    pub(super) mod date_ambiguous;
    pub(super) mod date_excel_serial;
    pub(super) mod date_future;
    pub(super) mod date_unparseable;
    pub(super) mod date_wrong_format;
    pub(super) mod default_date;
    pub(super) mod enrolment_before_birth;
    pub(super) mod enrolment_grade_mismatch;
    pub(super) mod enrolment_month;
    pub(super) mod same_birthdate_block;
}
mod duplicate {
    pub(super) mod checksum_cannot_be_evidenced;
    pub(super) mod dup_across_files;
    pub(super) mod dup_id_different_student;
    pub(super) mod dup_id_name_variant;
    pub(super) mod dup_id_same_student;
    pub(super) mod dup_name_sex_dob_no_id;
    pub(super) mod dup_name_sex_dob_with_id;
    pub(super) mod dup_near_id;
    pub(super) mod dup_near_pupil;
    pub(super) mod dup_not_compared;
    pub(super) mod dup_xuejihao;
    pub(super) mod duplicate_summary;
    pub(super) mod evidence_missing;
    pub(super) mod handling_biangeng;
    pub(super) mod handling_shanchu;
    pub(super) mod handling_zuozheng;
    pub(super) mod kept_row_needs_evidence;
    pub(super) mod listed_as_problem;
    pub(super) mod name_mismatch_police_hint;
}
mod event {
    pub(super) mod dropout_in_compulsory;
    pub(super) mod event_duplicate;
    pub(super) mod event_required_fields;
    pub(super) mod event_student_not_in_roster;
    pub(super) mod event_type_unknown;
    pub(super) mod expulsion_in_compulsory;
    pub(super) mod grade_promotion;
    pub(super) mod leave_extend_deadline;
    pub(super) mod leave_longer_than_limit;
    pub(super) mod leave_overdue;
    pub(super) mod resume_before_leave;
    pub(super) mod transfer_full_class;
    pub(super) mod transfer_while_leave_or_punished;
    pub(super) mod transfer_window;
}
mod family {
    pub(super) mod guardian_contradiction;
    pub(super) mod guardian_missing;
    pub(super) mod member1_incomplete;
    pub(super) mod member_age;
    pub(super) mod member_id_invalid;
    pub(super) mod member_is_student;
    pub(super) mod members_identical;
    pub(super) mod no_id_student_needs_members;
    pub(super) mod one_parent_only;
    pub(super) mod relation_note_missing;
    pub(super) mod relation_vs_sex;
}
mod files {
    pub(super) mod another_header;
    pub(super) mod blank_rows;
    pub(super) mod cells_slipped_sideways;
    pub(super) mod date_1904_system;
    pub(super) mod extension_mismatch;
    pub(super) mod file_unreadable;
    pub(super) mod formula_cell;
    pub(super) mod formula_error;
    pub(super) mod hidden_content;
    pub(super) mod html_as_xls;
    pub(super) mod list_given_twice;
    pub(super) mod macro_or_external_links;
    pub(super) mod merged_data_cells;
    pub(super) mod mojibake;
    pub(super) mod multiple_sheets;
    pub(super) mod no_data_rows;
    pub(super) mod sample_row;
    pub(super) mod text_encoding_guessed;
    pub(super) mod too_many_rows;
    pub(super) mod trailing_phantom_rows;
    pub(super) mod unclosed_quote;
    pub(super) mod workbook_encrypted;
}
mod header {
    pub(super) mod column_order_differs;
    pub(super) mod columns_exchanged;
    pub(super) mod duplicate_column;
    pub(super) mod header_not_found;
    pub(super) mod header_text_differs;
    pub(super) mod local_value_malformed;
    pub(super) mod local_value_missing;
    pub(super) mod local_value_not_in_list;
    pub(super) mod local_value_out_of_range;
    pub(super) mod local_value_repeated;
    pub(super) mod local_values_contradict;
    pub(super) mod merged_header;
    pub(super) mod missing_required_column;
    pub(super) mod profile_guess;
    pub(super) mod pupils_above_header;
    pub(super) mod title_rows;
    pub(super) mod unknown_column;
}
mod identity {
    pub(super) mod doctype_missing;
    pub(super) mod doctype_number_mismatch;
    pub(super) mod expiry_format;
    pub(super) mod expiry_order;
    pub(super) mod expiry_past;
    pub(super) mod foreigner_prc_format;
    pub(super) mod hkmo_permit_format;
    pub(super) mod id_15_digits;
    pub(super) mod id_column_all_000;
    pub(super) mod id_column_shifted;
    pub(super) mod id_excel_truncated;
    pub(super) mod id_lookalike_digit;
    pub(super) mod id_lookalike_x;
    pub(super) mod id_lowercase_x;
    pub(super) mod id_missing;
    pub(super) mod id_placeholder;
    pub(super) mod id_region_abolished_before_birth;
    pub(super) mod id_unknown_province;
    pub(super) mod id_unknown_region;
    pub(super) mod id_vs_birthdate;
    pub(super) mod id_vs_sex;
    pub(super) mod number_but_type_other;
    pub(super) mod other_doctype_number_blank;
    pub(super) mod passport_format;
    pub(super) mod permit_residence_format;
    pub(super) mod resident_id_chars;
    pub(super) mod resident_id_checksum;
    pub(super) mod resident_id_date_invalid;
    pub(super) mod resident_id_length;
    pub(super) mod tw_permit_format;
}
mod name {
    pub(super) mod former_name_equals;
    pub(super) mod name_appended_note;
    pub(super) mod name_digit_or_symbol;
    pub(super) mod name_dot_edge;
    pub(super) mod name_gbk_pua_mapped;
    pub(super) mod name_in_wrong_column;
    pub(super) mod name_inner_space;
    pub(super) mod name_latin_in_han;
    pub(super) mod name_missing_dot;
    pub(super) mod name_mixed_traditional;
    pub(super) mod name_needs_astral;
    pub(super) mod name_too_short_long;
    pub(super) mod name_wrong_dot;
    pub(super) mod pinyin_filled;
}
mod registration {
    pub(super) mod bannei_xuehao_dup;
    pub(super) mod bannei_xuehao_gap;
    pub(super) mod class_became_date;
    pub(super) mod class_code_filled_down;
    pub(super) mod class_code_inconsistent;
    pub(super) mod class_code_missing;
    pub(super) mod class_missing;
    pub(super) mod class_size_over;
    pub(super) mod grade_size_jump;
    pub(super) mod grade_unknown;
    pub(super) mod local_student_number;
    pub(super) mod school_code_format;
    pub(super) mod school_code_mixed;
    pub(super) mod school_code_stage;
    pub(super) mod xjh_filled_in_new_roster;
    pub(super) mod xjh_format;
    pub(super) mod xjh_g_differs;
    pub(super) mod xjh_g_invalid;
    pub(super) mod xjh_j_could_be_g;
    pub(super) mod xjh_j_invalid;
    pub(super) mod xjh_l_equals_id;
    pub(super) mod xjh_l_format;
    pub(super) mod xjh_missing;
}
mod text {
    pub(super) mod cjk_radical_supplement;
    pub(super) mod compat_ideograph;
    pub(super) mod control_char;
    pub(super) mod fullwidth_alnum;
    pub(super) mod html_remnant;
    pub(super) mod kangxi_radical;
    pub(super) mod leading_apostrophe;
    pub(super) mod length_over;
    pub(super) mod masked_value;
    pub(super) mod outer_space;
    pub(super) mod placeholder_text;
    pub(super) mod private_use_char;
    pub(super) mod question_mark_glyph;
    pub(super) mod required_empty;
    pub(super) mod text_like_formula;
    pub(super) mod variation_selector;
    pub(super) mod wrapped_in_quotes;
    pub(super) mod zero_width_char;
}

/// Every rule, sorted by code.
#[rustfmt::skip]
pub static RULES: &[&Rule] = &[
    &in_book(files::file_unreadable::RULE),
    &in_book(files::extension_mismatch::RULE),
    &in_book(files::html_as_xls::RULE),
    &in_book(files::text_encoding_guessed::RULE),
    &in_book(files::mojibake::RULE),
    &in_book(files::workbook_encrypted::RULE),
    &in_book(files::multiple_sheets::RULE),
    &in_book(files::hidden_content::RULE),
    &in_book(files::blank_rows::RULE),
    &in_book(files::trailing_phantom_rows::RULE),
    &in_book(files::formula_cell::RULE),
    &in_book(files::formula_error::RULE),
    &in_book(files::too_many_rows::RULE),
    &in_book(files::macro_or_external_links::RULE),
    &in_book(files::date_1904_system::RULE),
    &in_book(files::no_data_rows::RULE),
    &in_book(files::sample_row::RULE),
    &in_book(files::unclosed_quote::RULE),
    &in_book(files::merged_data_cells::RULE),
    &in_book(files::cells_slipped_sideways::RULE),
    &in_book(files::another_header::RULE),
    &in_book(files::list_given_twice::RULE),
    &in_book(header::header_not_found::RULE),
    &in_book(header::missing_required_column::RULE),
    &in_book(header::unknown_column::RULE),
    &in_book(header::header_text_differs::RULE),
    &in_book(header::duplicate_column::RULE),
    &in_book(header::column_order_differs::RULE),
    &in_book(header::merged_header::RULE),
    &in_book(header::profile_guess::RULE),
    &in_book(header::title_rows::RULE),
    &in_book(header::local_value_not_in_list::RULE),
    &in_book(header::local_value_malformed::RULE),
    &in_book(header::local_value_out_of_range::RULE),
    &in_book(header::local_values_contradict::RULE),
    &in_book(header::local_value_missing::RULE),
    &in_book(header::local_value_repeated::RULE),
    &in_book(header::columns_exchanged::RULE),
    &in_book(header::pupils_above_header::RULE),
    &in_book(text::outer_space::RULE),
    &in_book(text::zero_width_char::RULE),
    &in_book(text::control_char::RULE),
    &in_book(text::fullwidth_alnum::RULE),
    &in_book(text::leading_apostrophe::RULE),
    &in_book(text::kangxi_radical::RULE),
    &in_book(text::cjk_radical_supplement::RULE),
    &in_book(text::compat_ideograph::RULE),
    &in_book(text::private_use_char::RULE),
    &in_book(text::placeholder_text::RULE),
    &in_book(text::html_remnant::RULE),
    &in_book(text::variation_selector::RULE),
    &in_book(text::length_over::RULE),
    &in_book(text::question_mark_glyph::RULE),
    &in_book(text::required_empty::RULE),
    &in_book(text::text_like_formula::RULE),
    &in_book(text::wrapped_in_quotes::RULE),
    &in_book(text::masked_value::RULE),
    &in_book(identity::resident_id_length::RULE),
    &in_book(identity::resident_id_chars::RULE),
    &in_book(identity::resident_id_checksum::RULE),
    &in_book(identity::resident_id_date_invalid::RULE),
    &in_book(identity::id_vs_birthdate::RULE),
    &in_book(identity::id_vs_sex::RULE),
    &in_book(identity::id_lowercase_x::RULE),
    &in_book(identity::id_lookalike_x::RULE),
    &in_book(identity::id_lookalike_digit::RULE),
    &in_book(identity::id_excel_truncated::RULE),
    &in_book(identity::id_column_all_000::RULE),
    &in_book(identity::id_15_digits::RULE),
    &in_book(identity::id_placeholder::RULE),
    &in_book(identity::id_unknown_province::RULE),
    &in_book(identity::id_unknown_region::RULE),
    &in_book(identity::id_region_abolished_before_birth::RULE),
    &in_book(identity::doctype_missing::RULE),
    &in_book(identity::doctype_number_mismatch::RULE),
    &in_book(identity::permit_residence_format::RULE),
    &in_book(identity::foreigner_prc_format::RULE),
    &in_book(identity::hkmo_permit_format::RULE),
    &in_book(identity::tw_permit_format::RULE),
    &in_book(identity::passport_format::RULE),
    &in_book(identity::other_doctype_number_blank::RULE),
    &in_book(identity::number_but_type_other::RULE),
    &in_book(identity::id_missing::RULE),
    &in_book(identity::expiry_format::RULE),
    &in_book(identity::expiry_order::RULE),
    &in_book(identity::expiry_past::RULE),
    &in_book(identity::id_column_shifted::RULE),
    &in_book(name::name_inner_space::RULE),
    &in_book(name::name_wrong_dot::RULE),
    &in_book(name::name_dot_edge::RULE),
    &in_book(name::name_missing_dot::RULE),
    &in_book(name::name_digit_or_symbol::RULE),
    &in_book(name::name_latin_in_han::RULE),
    &in_book(name::name_too_short_long::RULE),
    &in_book(name::name_mixed_traditional::RULE),
    &in_book(name::name_appended_note::RULE),
    &in_book(name::name_needs_astral::RULE),
    &in_book(name::former_name_equals::RULE),
    &in_book(name::name_gbk_pua_mapped::RULE),
    &in_book(name::name_in_wrong_column::RULE),
    &in_book(name::pinyin_filled::RULE),
    &in_book(date::date_unparseable::RULE),
    &in_book(date::date_wrong_format::RULE),
    &in_book(date::date_excel_serial::RULE),
    &in_book(date::date_ambiguous::RULE),
    &in_book(date::date_future::RULE),
    &in_book(date::birthdate_implausible_age::RULE),
    &in_book(date::birthdate_grade_mismatch::RULE),
    &in_book(date::enrolment_month::RULE),
    &in_book(date::enrolment_before_birth::RULE),
    &in_book(date::enrolment_grade_mismatch::RULE),
    &in_book(date::same_birthdate_block::RULE),
    &in_book(date::default_date::RULE),
    &in_book(date::age_unlike_class::RULE),
    &in_book(code::code_not_in_list::RULE),
    &in_book(code::code_as_number::RULE),
    &in_book(code::code_with_number::RULE),
    &in_book(code::ethnic_unknown::RULE),
    &in_book(code::ethnic_missing_zu::RULE),
    &in_book(code::ethnic_old_name::RULE),
    &in_book(code::sex_not_nan_nv::RULE),
    &in_book(code::hmt_vs_nationality::RULE),
    &in_book(code::zhengzhi_age::RULE),
    &in_book(code::suibanjiudu_vs_disability::RULE),
    &in_book(code::disability_special_school::RULE),
    &in_book(code::health_vs_disability::RULE),
    &in_book(code::liushou_vs_suiqian::RULE),
    &in_book(code::orphan_vs_parents::RULE),
    &in_book(code::singlechild_vs_siblings::RULE),
    &in_book(code::schoolbus_vs_mode::RULE),
    &in_book(code::boarding_vs_distance::RULE),
    &in_book(code::distance_range::RULE),
    &in_book(code::rxfs_stage::RULE),
    &in_book(code::subsidy_conflict::RULE),
    &in_book(code::xyly_vs_hukou::RULE),
    &in_book(code::nation_vs_region_name::RULE),
    &in_book(code::yesno_variants::RULE),
    &in_book(contact::region_12_digits::RULE),
    &in_book(contact::region_name_instead::RULE),
    &in_book(contact::region_unknown::RULE),
    &in_book(contact::region_leaf_missing::RULE),
    &in_book(contact::phone_format::RULE),
    &in_book(contact::phone_as_number::RULE),
    &in_book(contact::phone_duplicate::RULE),
    &in_book(contact::postcode::RULE),
    &in_book(contact::email_format::RULE),
    &in_book(contact::address_too_short::RULE),
    &in_book(contact::address_all_same::RULE),
    &in_book(contact::phone_sequence::RULE),
    &in_book(contact::phone_number_cell::RULE),
    &in_book(family::member1_incomplete::RULE),
    &in_book(family::guardian_missing::RULE),
    &in_book(family::member_is_student::RULE),
    &in_book(family::members_identical::RULE),
    &in_book(family::relation_vs_sex::RULE),
    &in_book(family::relation_note_missing::RULE),
    &in_book(family::member_age::RULE),
    &in_book(family::member_id_invalid::RULE),
    &in_book(family::no_id_student_needs_members::RULE),
    &in_book(family::one_parent_only::RULE),
    &in_book(family::guardian_contradiction::RULE),
    &in_book(duplicate::dup_id_same_student::RULE),
    &in_book(duplicate::dup_id_different_student::RULE),
    &in_book(duplicate::dup_id_name_variant::RULE),
    &in_book(duplicate::dup_name_sex_dob_no_id::RULE),
    &in_book(duplicate::dup_name_sex_dob_with_id::RULE),
    &in_book(duplicate::dup_near_id::RULE),
    &in_book(duplicate::dup_across_files::RULE),
    &in_book(duplicate::dup_xuejihao::RULE),
    &in_book(duplicate::handling_biangeng::RULE),
    &in_book(duplicate::handling_zuozheng::RULE),
    &in_book(duplicate::handling_shanchu::RULE),
    &in_book(duplicate::kept_row_needs_evidence::RULE),
    &in_book(duplicate::checksum_cannot_be_evidenced::RULE),
    &in_book(duplicate::evidence_missing::RULE),
    &in_book(duplicate::name_mismatch_police_hint::RULE),
    &in_book(duplicate::duplicate_summary::RULE),
    &in_book(duplicate::dup_near_pupil::RULE),
    &in_book(duplicate::dup_not_compared::RULE),
    &in_book(duplicate::listed_as_problem::RULE),
    &in_book(registration::xjh_format::RULE),
    &in_book(registration::xjh_g_invalid::RULE),
    &in_book(registration::xjh_g_differs::RULE),
    &in_book(registration::xjh_l_format::RULE),
    &in_book(registration::xjh_l_equals_id::RULE),
    &in_book(registration::xjh_j_invalid::RULE),
    &in_book(registration::xjh_missing::RULE),
    &in_book(registration::xjh_j_could_be_g::RULE),
    &in_book(registration::xjh_filled_in_new_roster::RULE),
    &in_book(registration::school_code_format::RULE),
    &in_book(registration::school_code_mixed::RULE),
    &in_book(registration::school_code_stage::RULE),
    &in_book(registration::grade_unknown::RULE),
    &in_book(registration::class_code_missing::RULE),
    &in_book(registration::class_code_inconsistent::RULE),
    &in_book(registration::class_size_over::RULE),
    &in_book(registration::bannei_xuehao_dup::RULE),
    &in_book(registration::bannei_xuehao_gap::RULE),
    &in_book(registration::local_student_number::RULE),
    &in_book(registration::grade_size_jump::RULE),
    &in_book(registration::class_code_filled_down::RULE),
    &in_book(registration::class_missing::RULE),
    &in_book(registration::class_became_date::RULE),
    &in_book(event::event_type_unknown::RULE),
    &in_book(event::event_required_fields::RULE),
    &in_book(event::leave_longer_than_limit::RULE),
    &in_book(event::leave_overdue::RULE),
    &in_book(event::leave_extend_deadline::RULE),
    &in_book(event::resume_before_leave::RULE),
    &in_book(event::transfer_window::RULE),
    &in_book(event::transfer_while_leave_or_punished::RULE),
    &in_book(event::transfer_full_class::RULE),
    &in_book(event::expulsion_in_compulsory::RULE),
    &in_book(event::event_student_not_in_roster::RULE),
    &in_book(event::event_duplicate::RULE),
    &in_book(event::dropout_in_compulsory::RULE),
    &in_book(event::grade_promotion::RULE),
];

/// What each rests on, in the same order.
#[rustfmt::skip]
pub(crate) static BASES: &[&str] = &[
    files::file_unreadable::RULE.basis,
    files::extension_mismatch::RULE.basis,
    files::html_as_xls::RULE.basis,
    files::text_encoding_guessed::RULE.basis,
    files::mojibake::RULE.basis,
    files::workbook_encrypted::RULE.basis,
    files::multiple_sheets::RULE.basis,
    files::hidden_content::RULE.basis,
    files::blank_rows::RULE.basis,
    files::trailing_phantom_rows::RULE.basis,
    files::formula_cell::RULE.basis,
    files::formula_error::RULE.basis,
    files::too_many_rows::RULE.basis,
    files::macro_or_external_links::RULE.basis,
    files::date_1904_system::RULE.basis,
    files::no_data_rows::RULE.basis,
    files::sample_row::RULE.basis,
    files::unclosed_quote::RULE.basis,
    files::merged_data_cells::RULE.basis,
    files::cells_slipped_sideways::RULE.basis,
    files::another_header::RULE.basis,
    files::list_given_twice::RULE.basis,
    header::header_not_found::RULE.basis,
    header::missing_required_column::RULE.basis,
    header::unknown_column::RULE.basis,
    header::header_text_differs::RULE.basis,
    header::duplicate_column::RULE.basis,
    header::column_order_differs::RULE.basis,
    header::merged_header::RULE.basis,
    header::profile_guess::RULE.basis,
    header::title_rows::RULE.basis,
    header::local_value_not_in_list::RULE.basis,
    header::local_value_malformed::RULE.basis,
    header::local_value_out_of_range::RULE.basis,
    header::local_values_contradict::RULE.basis,
    header::local_value_missing::RULE.basis,
    header::local_value_repeated::RULE.basis,
    header::columns_exchanged::RULE.basis,
    header::pupils_above_header::RULE.basis,
    text::outer_space::RULE.basis,
    text::zero_width_char::RULE.basis,
    text::control_char::RULE.basis,
    text::fullwidth_alnum::RULE.basis,
    text::leading_apostrophe::RULE.basis,
    text::kangxi_radical::RULE.basis,
    text::cjk_radical_supplement::RULE.basis,
    text::compat_ideograph::RULE.basis,
    text::private_use_char::RULE.basis,
    text::placeholder_text::RULE.basis,
    text::html_remnant::RULE.basis,
    text::variation_selector::RULE.basis,
    text::length_over::RULE.basis,
    text::question_mark_glyph::RULE.basis,
    text::required_empty::RULE.basis,
    text::text_like_formula::RULE.basis,
    text::wrapped_in_quotes::RULE.basis,
    text::masked_value::RULE.basis,
    identity::resident_id_length::RULE.basis,
    identity::resident_id_chars::RULE.basis,
    identity::resident_id_checksum::RULE.basis,
    identity::resident_id_date_invalid::RULE.basis,
    identity::id_vs_birthdate::RULE.basis,
    identity::id_vs_sex::RULE.basis,
    identity::id_lowercase_x::RULE.basis,
    identity::id_lookalike_x::RULE.basis,
    identity::id_lookalike_digit::RULE.basis,
    identity::id_excel_truncated::RULE.basis,
    identity::id_column_all_000::RULE.basis,
    identity::id_15_digits::RULE.basis,
    identity::id_placeholder::RULE.basis,
    identity::id_unknown_province::RULE.basis,
    identity::id_unknown_region::RULE.basis,
    identity::id_region_abolished_before_birth::RULE.basis,
    identity::doctype_missing::RULE.basis,
    identity::doctype_number_mismatch::RULE.basis,
    identity::permit_residence_format::RULE.basis,
    identity::foreigner_prc_format::RULE.basis,
    identity::hkmo_permit_format::RULE.basis,
    identity::tw_permit_format::RULE.basis,
    identity::passport_format::RULE.basis,
    identity::other_doctype_number_blank::RULE.basis,
    identity::number_but_type_other::RULE.basis,
    identity::id_missing::RULE.basis,
    identity::expiry_format::RULE.basis,
    identity::expiry_order::RULE.basis,
    identity::expiry_past::RULE.basis,
    identity::id_column_shifted::RULE.basis,
    name::name_inner_space::RULE.basis,
    name::name_wrong_dot::RULE.basis,
    name::name_dot_edge::RULE.basis,
    name::name_missing_dot::RULE.basis,
    name::name_digit_or_symbol::RULE.basis,
    name::name_latin_in_han::RULE.basis,
    name::name_too_short_long::RULE.basis,
    name::name_mixed_traditional::RULE.basis,
    name::name_appended_note::RULE.basis,
    name::name_needs_astral::RULE.basis,
    name::former_name_equals::RULE.basis,
    name::name_gbk_pua_mapped::RULE.basis,
    name::name_in_wrong_column::RULE.basis,
    name::pinyin_filled::RULE.basis,
    date::date_unparseable::RULE.basis,
    date::date_wrong_format::RULE.basis,
    date::date_excel_serial::RULE.basis,
    date::date_ambiguous::RULE.basis,
    date::date_future::RULE.basis,
    date::birthdate_implausible_age::RULE.basis,
    date::birthdate_grade_mismatch::RULE.basis,
    date::enrolment_month::RULE.basis,
    date::enrolment_before_birth::RULE.basis,
    date::enrolment_grade_mismatch::RULE.basis,
    date::same_birthdate_block::RULE.basis,
    date::default_date::RULE.basis,
    date::age_unlike_class::RULE.basis,
    code::code_not_in_list::RULE.basis,
    code::code_as_number::RULE.basis,
    code::code_with_number::RULE.basis,
    code::ethnic_unknown::RULE.basis,
    code::ethnic_missing_zu::RULE.basis,
    code::ethnic_old_name::RULE.basis,
    code::sex_not_nan_nv::RULE.basis,
    code::hmt_vs_nationality::RULE.basis,
    code::zhengzhi_age::RULE.basis,
    code::suibanjiudu_vs_disability::RULE.basis,
    code::disability_special_school::RULE.basis,
    code::health_vs_disability::RULE.basis,
    code::liushou_vs_suiqian::RULE.basis,
    code::orphan_vs_parents::RULE.basis,
    code::singlechild_vs_siblings::RULE.basis,
    code::schoolbus_vs_mode::RULE.basis,
    code::boarding_vs_distance::RULE.basis,
    code::distance_range::RULE.basis,
    code::rxfs_stage::RULE.basis,
    code::subsidy_conflict::RULE.basis,
    code::xyly_vs_hukou::RULE.basis,
    code::nation_vs_region_name::RULE.basis,
    code::yesno_variants::RULE.basis,
    contact::region_12_digits::RULE.basis,
    contact::region_name_instead::RULE.basis,
    contact::region_unknown::RULE.basis,
    contact::region_leaf_missing::RULE.basis,
    contact::phone_format::RULE.basis,
    contact::phone_as_number::RULE.basis,
    contact::phone_duplicate::RULE.basis,
    contact::postcode::RULE.basis,
    contact::email_format::RULE.basis,
    contact::address_too_short::RULE.basis,
    contact::address_all_same::RULE.basis,
    contact::phone_sequence::RULE.basis,
    contact::phone_number_cell::RULE.basis,
    family::member1_incomplete::RULE.basis,
    family::guardian_missing::RULE.basis,
    family::member_is_student::RULE.basis,
    family::members_identical::RULE.basis,
    family::relation_vs_sex::RULE.basis,
    family::relation_note_missing::RULE.basis,
    family::member_age::RULE.basis,
    family::member_id_invalid::RULE.basis,
    family::no_id_student_needs_members::RULE.basis,
    family::one_parent_only::RULE.basis,
    family::guardian_contradiction::RULE.basis,
    duplicate::dup_id_same_student::RULE.basis,
    duplicate::dup_id_different_student::RULE.basis,
    duplicate::dup_id_name_variant::RULE.basis,
    duplicate::dup_name_sex_dob_no_id::RULE.basis,
    duplicate::dup_name_sex_dob_with_id::RULE.basis,
    duplicate::dup_near_id::RULE.basis,
    duplicate::dup_across_files::RULE.basis,
    duplicate::dup_xuejihao::RULE.basis,
    duplicate::handling_biangeng::RULE.basis,
    duplicate::handling_zuozheng::RULE.basis,
    duplicate::handling_shanchu::RULE.basis,
    duplicate::kept_row_needs_evidence::RULE.basis,
    duplicate::checksum_cannot_be_evidenced::RULE.basis,
    duplicate::evidence_missing::RULE.basis,
    duplicate::name_mismatch_police_hint::RULE.basis,
    duplicate::duplicate_summary::RULE.basis,
    duplicate::dup_near_pupil::RULE.basis,
    duplicate::dup_not_compared::RULE.basis,
    duplicate::listed_as_problem::RULE.basis,
    registration::xjh_format::RULE.basis,
    registration::xjh_g_invalid::RULE.basis,
    registration::xjh_g_differs::RULE.basis,
    registration::xjh_l_format::RULE.basis,
    registration::xjh_l_equals_id::RULE.basis,
    registration::xjh_j_invalid::RULE.basis,
    registration::xjh_missing::RULE.basis,
    registration::xjh_j_could_be_g::RULE.basis,
    registration::xjh_filled_in_new_roster::RULE.basis,
    registration::school_code_format::RULE.basis,
    registration::school_code_mixed::RULE.basis,
    registration::school_code_stage::RULE.basis,
    registration::grade_unknown::RULE.basis,
    registration::class_code_missing::RULE.basis,
    registration::class_code_inconsistent::RULE.basis,
    registration::class_size_over::RULE.basis,
    registration::bannei_xuehao_dup::RULE.basis,
    registration::bannei_xuehao_gap::RULE.basis,
    registration::local_student_number::RULE.basis,
    registration::grade_size_jump::RULE.basis,
    registration::class_code_filled_down::RULE.basis,
    registration::class_missing::RULE.basis,
    registration::class_became_date::RULE.basis,
    event::event_type_unknown::RULE.basis,
    event::event_required_fields::RULE.basis,
    event::leave_longer_than_limit::RULE.basis,
    event::leave_overdue::RULE.basis,
    event::leave_extend_deadline::RULE.basis,
    event::resume_before_leave::RULE.basis,
    event::transfer_window::RULE.basis,
    event::transfer_while_leave_or_punished::RULE.basis,
    event::transfer_full_class::RULE.basis,
    event::expulsion_in_compulsory::RULE.basis,
    event::event_student_not_in_roster::RULE.basis,
    event::event_duplicate::RULE.basis,
    event::dropout_in_compulsory::RULE.basis,
    event::grade_promotion::RULE.basis,
];

/// That in English.
#[rustfmt::skip]
pub(crate) static BASES_EN: &[&str] = &[
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own; limits of local systems, set in the profile",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "RFC 4180, 2.5 to 2.7 (quotes of CSV)",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Notes of the national import template: the columns with an asterisk",
    "Our own",
    "Our own; one program that imports the template of 2021 compares headers letter by letter",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "The template files of the county of the school",
    "The template files of the county of the school",
    "The template files of the county of the school",
    "The template files of the county of the school",
    "The template files of the county of the school",
    "The template files of the county of the school",
    "Our own",
    "Our own",
    "Our own",
    "Unicode Standard, 23.2 (layout controls)",
    "Unicode Standard, 23.1 (control codes)",
    "Our own",
    "Our own",
    "Unicode Standard, chapter 18 (CJK radicals, Kangxi radicals)",
    "Unicode Standard, chapter 18 (CJK radicals, Kangxi radicals)",
    "Unicode Standard, 18.1 (CJK compatibility ideographs)",
    "Unicode Standard, 23.5 (private-use characters)",
    "Our own",
    "Our own",
    "Unicode Standard, 23.4 (variation selectors)",
    "JY/T 1002-2012, lengths of fields; 民委发〔2016〕33号 (names of 50 bytes)",
    "Our own",
    "Notes of the national import template: the columns with an asterisk",
    "Our own: what a spreadsheet takes for a formula",
    "Our own",
    "Our own",
    "GB 11643-1999: 17 digits and a check character",
    "GB 11643-1999: 17 digits and a check character",
    "GB 11643-1999 (ISO 7064:1983 MOD 11-2)",
    "GB 11643-1999: digits 7 to 14 are the birth date",
    "GB 11643-1999: digits 7 to 14 are the birth date",
    "GB 11643-1999: an odd sequence is male, an even one female",
    "GB 11643-1999: the check character 10 is written X",
    "GB 11643-1999: the check character 10 is written X",
    "Our own: with digits in their place the check character of GB 11643-1999 is right",
    "Our own: a number of a spreadsheet has 15 digits",
    "Our own: a number of a spreadsheet has 15 digits",
    "GB 11643-1999: 18 digits since 1999",
    "Our own: no register issues such numbers (GB 11643-1999)",
    "GB/T 2260: the codes of provinces, autonomous regions and municipalities",
    "GB/T 2260: the codes of counties, those of earlier years too",
    "Our own: the years in which the codes of GB/T 2260 were in use",
    "Notes of the template of 2013: the type of document is required",
    "Our own: the forms of the numbers of documents",
    "港澳台居民居住证 since 1 September 2018: regions 810000, 820000 and 830000, numbered as in GB 11643-1999",
    "Our own: the forms of numbers before and from 1 December 2023",
    "Our own: the form of numbers of 港澳居民来往内地通行证",
    "Our own: the form of numbers of 台湾居民来往大陆通行证",
    "Our own: capitals and digits (ICAO Doc 9303)",
    "Notes of the template of 2013: a type of 其他 without a number",
    "Notes of the template of 2013: a pupil with an identity number has the type 居民身份证",
    "Notes of the template of 2013: only type 其他 may go without a number",
    "JY/T 1002-2012, SFZJYXQ (C17, YYYYMMDD-YYYYMMDD)",
    "Our own: a validity ends after it begins",
    "Our own: compared with the day of the check",
    "Our own",
    "Our own: names in Han characters have no space in a household register",
    "民委发〔2016〕33号",
    "Our own: the dot of 民委发〔2016〕33号 stands between two parts",
    "Our own: the dot of 民委发〔2016〕33号",
    "Our own: names have no digits or signs in a household register",
    "Our own: Chinese names are in Han characters in a household register",
    "Our own: names in Han characters have two to six",
    "Our own",
    "Our own: a name is what the household register has, and nothing else",
    "Our own: characters beyond the basic plane of Unicode have four bytes in GB 18030",
    "Our own: a former name is used no longer",
    "GB 18030-2005 and GB 18030-2022: the characters of the user-defined area of GBK",
    "Our own: a name is no number and no date",
    "Notes of the template of 2013: 姓名拼音 is mostly left blank",
    "JY/T 1002-2012, CSRQ (C8, YYYYMMDD) and RXNY (C6, YYYYMM)",
    "JY/T 1002-2012, CSRQ (C8, YYYYMMDD) and RXNY (C6, YYYYMM)",
    "JY/T 1002-2012, CSRQ (C8, YYYYMMDD) and RXNY (C6, YYYYMM)",
    "JY/T 1002-2012, CSRQ (C8, YYYYMMDD) and RXNY (C6, YYYYMM)",
    "Our own",
    "Our own; the ages are parameters of the profile",
    "Compulsory Education Law, article 11 (at the age of six); the day and the limits are parameters of the profile",
    "Our own: schools begin in autumn; the months are parameters of the profile",
    "Our own",
    "Our own: hardly anybody repeats a year of compulsory education; school system and year are parameters of the profile",
    "Our own; the number of rows is a parameter of the profile",
    "Our own: the first days of the calendars of programs",
    "Our own; the number of years is a parameter of the profile",
    "JY/T 1001-2012 and the lists of the national import template",
    "JY/T 1001-2012; notes of the national import template",
    "Notes of the national import template",
    "GB/T 3304-1991",
    "GB/T 3304-1991",
    "GB/T 3304-1991; the list of the system",
    "GB/T 2261.1-2003; the national import template wants 男 or 女",
    "JY/T 1001-2012, GATQWM; which pairs contradict each other is our own",
    "Article 1 of the constitution of the Youth League (age 14); article 1 of that of the Party (age 18)",
    "Our own, after the lists of the national import template",
    "Our own: kind 51 of schools is special education",
    "Our own",
    "Our own, by what the two are defined as",
    "Our own",
    "Our own",
    "Our own",
    "Our own; the limits are parameters of the profile",
    "Our own; the limits are parameters of the profile",
    "JY/T 1001-2012, RXFS: 11 and 12 are compulsory education, 21 to 23 senior high school",
    "Our own",
    "Our own; the county is a parameter of the profile",
    "Our own",
    "Notes of the national import template",
    "Notes of the national import template (12 digits); GB/T 2260",
    "Notes of the national import template",
    "GB/T 2260, the editions since 1981",
    "Our own: the 12 digits are county, town and village",
    "Notes of the national import template (landline or mobile); the forms of numbers are our own",
    "Notes of the national import template (landline or mobile); the area codes are our own",
    "Our own; the number of pupils is a parameter of the profile",
    "JY/T 1002-2012, YZBM (C6)",
    "RFC 5321, section 4.1.2; without quoted addresses",
    "Our own; the least length is a parameter of the profile",
    "Our own; the share is a parameter of the profile",
    "Our own",
    "Notes of local forms (telephones are text)",
    "National import template: the first family member is required",
    "National import template of 2013: whether the first two family members are guardians",
    "Our own: nobody is their own parent",
    "Our own",
    "GB 11643-1999: an odd 17th digit is male, an even one female",
    "National import template, family relations: 其他 needs an explanation",
    "Our own",
    "GB 11643-1999",
    "Notes of the template of 2013: type 其他 without a number needs the documents of family members",
    "Our own",
    "Our own: the number of a document is one person's",
    "教基一厅〔2015〕2号; the national system finds duplicates by identity number",
    "教基一厅〔2015〕2号; the national system finds duplicates by identity number; for numbers of other documents, our own",
    "教基一厅〔2015〕2号; the national system finds duplicates by identity number",
    "教基一厅〔2015〕2号; without an identity number the national system finds duplicates by name, sex and birth date",
    "教基一厅〔2015〕2号; the national system finds duplicates by identity number",
    "Our own: the check character of GB 11643-1999 shows that one of the numbers is wrong",
    "教基一厅〔2015〕2号; the national system finds duplicates across schools",
    "Ministry of Education, questions and answers about student records (31 August 2016), question 5",
    "How the national system has 问题学籍 settled: 变更 what is wrong, 佐证 what is right, 删除 what is surplus",
    "How the national system has 问题学籍 settled: 变更 what is wrong, 佐证 what is right, 删除 what is surplus",
    "How the national system has 问题学籍 settled: 变更 what is wrong, 佐证 what is right, 删除 what is surplus",
    "How the national system has 问题学籍 settled: 变更 what is wrong, 佐证 what is right, 删除 what is surplus",
    "How the national system has 问题学籍 settled: a wrong identity number is 变更 or 删除 only",
    "How the national system has 问题学籍 settled: 变更 what is wrong, 佐证 what is right, 删除 what is surplus",
    "The national system compares name and number with the population register",
    "Our own: the total first, then each place",
    "Our own: the national system finds only what is wholly equal",
    "Our own: what was not compared is told",
    "How the national system has 问题学籍 settled: 变更 what is wrong, 佐证 what is right, 删除 what is surplus",
    "Ministry of Education, rules for the codes of persons at schools (2013); questions and answers about student records (31 August 2016), question 5",
    "GB 11643-1999; Ministry of Education, questions and answers about student records (31 August 2016), question 5",
    "Ministry of Education, questions and answers about student records (31 August 2016), questions 5 and 6",
    "Ministry of Education, questions and answers about student records (31 August 2016), question 5; the published form of student numbers",
    "Ministry of Education, questions and answers about student records (31 August 2016), question 5",
    "Ministry of Education, questions and answers about student records (31 August 2016), question 5; GB 11643-1999",
    "Our own, set by the parameter student_number_required",
    "Ministry of Education, questions and answers about student records (31 August 2016), question 5",
    "Ministry of Education, questions and answers about student records (31 August 2016), question 5",
    "The published form of school codes: 2 digits of kind, 2 of province, 6 of sequence",
    "Our own",
    "The published form of school codes: 2 digits of kind, 2 of province, 6 of sequence",
    "JY/T 1001-2012, codes of grades (NJ)",
    "Notes of the national import template: the columns with an asterisk",
    "Our own: a class has one number",
    "Our own: the limit is set locally",
    "Our own: a number within the class is one pupil's",
    "Our own",
    "Our own, set by the parameter local_student_number",
    "Our own",
    "Our own",
    "Our own",
    "Our own",
    "The national kinds of changes; each level may set which are in use",
    "Our own: what leave, return and transfer are settled by",
    "Rules of some places: a leave is for one year; set by the parameter leave_months_max",
    "Rules of some places: at the end of a leave a pupil returns or has it extended",
    "Rules of some places: a leave is extended within the half month before it ends; set by the parameter leave_extend_days",
    "Our own: leave comes before return",
    "Local rules of transfer, set by the parameters transfer_windows and transfer_final_term",
    "Local rules of transfer, set by the parameter leave_bars_transfer",
    "Our own: the limit is set locally",
    "Compulsory Education Law (2006), article 27",
    "Our own",
    "Our own",
    "Compulsory Education Law (2006), articles 5 and 13",
    "Compulsory Education Law (2006), article 12; set by the parameter promotion_check",
];
