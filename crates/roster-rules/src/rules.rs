//! Every rule there is, in the order of the codes.
//!
//! Generated from the files in rules/ by xtask gen. Do not edit.

use crate::Rule;

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
    pub(super) mod blank_rows;
    pub(super) mod date_1904_system;
    pub(super) mod extension_mismatch;
    pub(super) mod file_unreadable;
    pub(super) mod formula_cell;
    pub(super) mod formula_error;
    pub(super) mod hidden_content;
    pub(super) mod html_as_xls;
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
    pub(super) mod class_code_inconsistent;
    pub(super) mod class_code_missing;
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
    &files::file_unreadable::RULE,
    &files::extension_mismatch::RULE,
    &files::html_as_xls::RULE,
    &files::text_encoding_guessed::RULE,
    &files::mojibake::RULE,
    &files::workbook_encrypted::RULE,
    &files::multiple_sheets::RULE,
    &files::hidden_content::RULE,
    &files::blank_rows::RULE,
    &files::trailing_phantom_rows::RULE,
    &files::formula_cell::RULE,
    &files::formula_error::RULE,
    &files::too_many_rows::RULE,
    &files::macro_or_external_links::RULE,
    &files::date_1904_system::RULE,
    &files::no_data_rows::RULE,
    &files::sample_row::RULE,
    &files::unclosed_quote::RULE,
    &files::merged_data_cells::RULE,
    &header::header_not_found::RULE,
    &header::missing_required_column::RULE,
    &header::unknown_column::RULE,
    &header::header_text_differs::RULE,
    &header::duplicate_column::RULE,
    &header::column_order_differs::RULE,
    &header::merged_header::RULE,
    &header::profile_guess::RULE,
    &header::title_rows::RULE,
    &header::local_value_not_in_list::RULE,
    &header::local_value_malformed::RULE,
    &header::local_value_out_of_range::RULE,
    &header::local_values_contradict::RULE,
    &header::local_value_missing::RULE,
    &header::local_value_repeated::RULE,
    &text::outer_space::RULE,
    &text::zero_width_char::RULE,
    &text::control_char::RULE,
    &text::fullwidth_alnum::RULE,
    &text::leading_apostrophe::RULE,
    &text::kangxi_radical::RULE,
    &text::cjk_radical_supplement::RULE,
    &text::compat_ideograph::RULE,
    &text::private_use_char::RULE,
    &text::placeholder_text::RULE,
    &text::html_remnant::RULE,
    &text::variation_selector::RULE,
    &text::length_over::RULE,
    &text::question_mark_glyph::RULE,
    &text::required_empty::RULE,
    &text::text_like_formula::RULE,
    &text::wrapped_in_quotes::RULE,
    &identity::resident_id_length::RULE,
    &identity::resident_id_chars::RULE,
    &identity::resident_id_checksum::RULE,
    &identity::resident_id_date_invalid::RULE,
    &identity::id_vs_birthdate::RULE,
    &identity::id_vs_sex::RULE,
    &identity::id_lowercase_x::RULE,
    &identity::id_lookalike_x::RULE,
    &identity::id_lookalike_digit::RULE,
    &identity::id_excel_truncated::RULE,
    &identity::id_column_all_000::RULE,
    &identity::id_15_digits::RULE,
    &identity::id_placeholder::RULE,
    &identity::id_unknown_province::RULE,
    &identity::id_unknown_region::RULE,
    &identity::id_region_abolished_before_birth::RULE,
    &identity::doctype_missing::RULE,
    &identity::doctype_number_mismatch::RULE,
    &identity::permit_residence_format::RULE,
    &identity::foreigner_prc_format::RULE,
    &identity::hkmo_permit_format::RULE,
    &identity::tw_permit_format::RULE,
    &identity::passport_format::RULE,
    &identity::other_doctype_number_blank::RULE,
    &identity::number_but_type_other::RULE,
    &identity::id_missing::RULE,
    &identity::expiry_format::RULE,
    &identity::expiry_order::RULE,
    &identity::expiry_past::RULE,
    &identity::id_column_shifted::RULE,
    &name::name_inner_space::RULE,
    &name::name_wrong_dot::RULE,
    &name::name_dot_edge::RULE,
    &name::name_missing_dot::RULE,
    &name::name_digit_or_symbol::RULE,
    &name::name_latin_in_han::RULE,
    &name::name_too_short_long::RULE,
    &name::name_mixed_traditional::RULE,
    &name::name_appended_note::RULE,
    &name::name_needs_astral::RULE,
    &name::former_name_equals::RULE,
    &name::name_gbk_pua_mapped::RULE,
    &name::name_in_wrong_column::RULE,
    &name::pinyin_filled::RULE,
    &date::date_unparseable::RULE,
    &date::date_wrong_format::RULE,
    &date::date_excel_serial::RULE,
    &date::date_ambiguous::RULE,
    &date::date_future::RULE,
    &date::birthdate_implausible_age::RULE,
    &date::birthdate_grade_mismatch::RULE,
    &date::enrolment_month::RULE,
    &date::enrolment_before_birth::RULE,
    &date::enrolment_grade_mismatch::RULE,
    &date::same_birthdate_block::RULE,
    &date::default_date::RULE,
    &code::code_not_in_list::RULE,
    &code::code_as_number::RULE,
    &code::code_with_number::RULE,
    &code::ethnic_unknown::RULE,
    &code::ethnic_missing_zu::RULE,
    &code::ethnic_old_name::RULE,
    &code::sex_not_nan_nv::RULE,
    &code::hmt_vs_nationality::RULE,
    &code::zhengzhi_age::RULE,
    &code::suibanjiudu_vs_disability::RULE,
    &code::disability_special_school::RULE,
    &code::health_vs_disability::RULE,
    &code::liushou_vs_suiqian::RULE,
    &code::orphan_vs_parents::RULE,
    &code::singlechild_vs_siblings::RULE,
    &code::schoolbus_vs_mode::RULE,
    &code::boarding_vs_distance::RULE,
    &code::distance_range::RULE,
    &code::rxfs_stage::RULE,
    &code::subsidy_conflict::RULE,
    &code::xyly_vs_hukou::RULE,
    &code::nation_vs_region_name::RULE,
    &code::yesno_variants::RULE,
    &contact::region_12_digits::RULE,
    &contact::region_name_instead::RULE,
    &contact::region_unknown::RULE,
    &contact::region_leaf_missing::RULE,
    &contact::phone_format::RULE,
    &contact::phone_as_number::RULE,
    &contact::phone_duplicate::RULE,
    &contact::postcode::RULE,
    &contact::email_format::RULE,
    &contact::address_too_short::RULE,
    &contact::address_all_same::RULE,
    &contact::phone_sequence::RULE,
    &contact::phone_number_cell::RULE,
    &family::member1_incomplete::RULE,
    &family::guardian_missing::RULE,
    &family::member_is_student::RULE,
    &family::members_identical::RULE,
    &family::relation_vs_sex::RULE,
    &family::relation_note_missing::RULE,
    &family::member_age::RULE,
    &family::member_id_invalid::RULE,
    &family::no_id_student_needs_members::RULE,
    &family::one_parent_only::RULE,
    &family::guardian_contradiction::RULE,
    &duplicate::dup_id_same_student::RULE,
    &duplicate::dup_id_different_student::RULE,
    &duplicate::dup_id_name_variant::RULE,
    &duplicate::dup_name_sex_dob_no_id::RULE,
    &duplicate::dup_name_sex_dob_with_id::RULE,
    &duplicate::dup_near_id::RULE,
    &duplicate::dup_across_files::RULE,
    &duplicate::dup_xuejihao::RULE,
    &duplicate::handling_biangeng::RULE,
    &duplicate::handling_zuozheng::RULE,
    &duplicate::handling_shanchu::RULE,
    &duplicate::kept_row_needs_evidence::RULE,
    &duplicate::checksum_cannot_be_evidenced::RULE,
    &duplicate::evidence_missing::RULE,
    &duplicate::name_mismatch_police_hint::RULE,
    &duplicate::duplicate_summary::RULE,
    &duplicate::dup_near_pupil::RULE,
    &duplicate::dup_not_compared::RULE,
    &duplicate::listed_as_problem::RULE,
    &registration::xjh_format::RULE,
    &registration::xjh_g_invalid::RULE,
    &registration::xjh_g_differs::RULE,
    &registration::xjh_l_format::RULE,
    &registration::xjh_l_equals_id::RULE,
    &registration::xjh_j_invalid::RULE,
    &registration::xjh_missing::RULE,
    &registration::xjh_j_could_be_g::RULE,
    &registration::xjh_filled_in_new_roster::RULE,
    &registration::school_code_format::RULE,
    &registration::school_code_mixed::RULE,
    &registration::school_code_stage::RULE,
    &registration::grade_unknown::RULE,
    &registration::class_code_missing::RULE,
    &registration::class_code_inconsistent::RULE,
    &registration::class_size_over::RULE,
    &registration::bannei_xuehao_dup::RULE,
    &registration::bannei_xuehao_gap::RULE,
    &registration::local_student_number::RULE,
    &registration::grade_size_jump::RULE,
    &event::event_type_unknown::RULE,
    &event::event_required_fields::RULE,
    &event::leave_longer_than_limit::RULE,
    &event::leave_overdue::RULE,
    &event::leave_extend_deadline::RULE,
    &event::resume_before_leave::RULE,
    &event::transfer_window::RULE,
    &event::transfer_while_leave_or_punished::RULE,
    &event::transfer_full_class::RULE,
    &event::expulsion_in_compulsory::RULE,
    &event::event_student_not_in_roster::RULE,
    &event::event_duplicate::RULE,
    &event::dropout_in_compulsory::RULE,
    &event::grade_promotion::RULE,
];
